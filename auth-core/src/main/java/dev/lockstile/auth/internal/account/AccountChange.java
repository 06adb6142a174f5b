package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administration does to an account.
 *
 * @param name of what was done, as events tell it
 * @param permission of a caller who does it
 * @param account of which state it has to be
 * @param role that the account is given; null where it keeps its own
 * @param values what the audit trail tells of the account before and after; null for nothing
 * @param write the change, inside the transaction
 */
record AccountChange(
        String name,
        AdminPermission permission,
        On account,
        @Nullable String role,
        Values values,
        Write write) {

    /** In place of a role that is none. */
    static final Write UNKNOWN_ROLE = (tx, user, now) -> false;

    /** One that leaves the role as it is. */
    AccountChange(String name, AdminPermission permission, On account, Write write) {
        this(name, permission, account, null, before -> null, write);
    }

    /** Which accounts a caller may change so. */
    enum On {
        /** Any that is not deleted. */
        ANY,
        /** Any that is not deleted and is no superuser's. */
        ORDINARY,
        /** One that is deleted and was no superuser's. */
        DELETED
    }

    /** Tells a change in words, from the account before it. */
    @FunctionalInterface
    interface Values {
        @Nullable
        String of(StoredUser before);
    }

    /** Changes an account. */
    @FunctionalInterface
    interface Write {

        /** @return false when there was nothing to change */
        boolean on(AuthTx tx, UserId user, Instant now);
    }
}
