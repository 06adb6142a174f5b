package dev.lockstile.auth.imports.internal;

import dev.lockstile.auth.imports.source.Entity;
import java.util.Set;

/** The kinds of source rows that belong to an account, by their names in the ledger. */
public final class OwnedRowKinds {

    public static final Set<String> ALL = Set.of(
            Entity.PROFILES.text(),
            Entity.ADDED_PROFILES.text(),
            Entity.DEVICES.text(),
            Entity.SOCIAL_ACCOUNTS.text(),
            Entity.TOTP_DEVICES.text(),
            Entity.PASSKEYS.text(),
            Entity.RECOVERY_CODE_SETS.text(),
            Entity.OTHER_FACTORS.text(),
            Entity.FACTOR_LOCKS.text());

    private OwnedRowKinds() {}
}
