package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;

/**
 * What an administration does to an account.
 *
 * @param name of what was done, as events tell it
 * @param account of which state it has to be
 * @param write the change, inside the transaction
 */
record AccountChange(String name, On account, Write write) {

    /** Which accounts a caller may change so. */
    enum On {
        /** Any that is not deleted. */
        ANY,
        /** Any that is not deleted and is no superuser's. */
        ORDINARY,
        /** One that is deleted and was no superuser's. */
        DELETED
    }

    /** Changes an account. */
    @FunctionalInterface
    interface Write {

        /** @return false when there was nothing to change */
        boolean on(AuthTx tx, UserId user, Instant now);
    }
}
