package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server decides about an account. */
public record AccountStatus(
        boolean active,
        boolean staff,
        boolean superuser,
        @Nullable Instant deletedAt) {

    /** An ordinary account in good standing. */
    public static final AccountStatus ORDINARY = new AccountStatus(true, false, false, null);

    /** The rights the flags stand for. */
    public Set<Right> rights() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        if (staff) {
            rights.add(Right.STAFF);
        }
        if (superuser) {
            rights.add(Right.SUPERUSER);
        }
        return Set.copyOf(rights);
    }

    /** True when the account may be used: active and not deleted. */
    public boolean mayAct() {
        return active && deletedAt == null;
    }
}
