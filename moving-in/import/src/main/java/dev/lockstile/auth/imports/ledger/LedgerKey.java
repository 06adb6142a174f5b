package dev.lockstile.auth.imports.ledger;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.model.LegacyOrigin;

/**
 * Makes the unique key of an imported row in the ledger: SHA-256 over system, kind of row and old key, as text in
 * base64url. The run has no part in it, so that a later run finds the row again.
 */
public final class LedgerKey {

    private LedgerKey() {}

    /**
     * {@return the key of an old row}
     *
     * @param system the old system's name
     * @param entity the kind of row, such as {@code users}
     * @param legacyId the old key as text
     */
    public static String of(String system, String entity, String legacyId) {
        return ShortDigest.text(system + '|' + entity + '|' + legacyId);
    }

    /**
     * {@return the key under which an old row is entered}
     *
     * @param origin as the ledger has it
     */
    public static String of(LegacyOrigin origin) {
        return of(origin.system(), origin.entity(), origin.legacyId());
    }
}
