package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server decides about an account.
 *
 * @param active false while the account is disabled
 * @param staff true for somebody who works for the host
 * @param superuser true for somebody who may do everything
 * @param deletedAt when the account was marked as deleted; null while it is not
 */
public record AccountStatus(
        boolean active,
        boolean staff,
        boolean superuser,
        @Nullable Instant deletedAt) {

    /** An ordinary account in good standing. */
    public static final AccountStatus ORDINARY = new AccountStatus(true, false, false, null);

    /** {@return the rights the flags stand for} */
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

    /** {@return true when the account may be used: active and not deleted} */
    public boolean mayAct() {
        return active && deletedAt == null;
    }
}
