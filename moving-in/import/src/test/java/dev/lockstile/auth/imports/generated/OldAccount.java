package dev.lockstile.auth.imports.generated;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is so of an account of an old system, before it is written down in that system's columns.
 *
 * @param id its number
 * @param email null when it has none
 * @param username null when it has none
 * @param phone as the old system keeps it; null when it has none
 * @param word which password of {@link KnownPasswords} it has; null for an account without one
 * @param state whether it is open
 * @param proven whether the old system saw a proof of the address
 * @param superuser whether it has all rights there
 * @param factor whether the old system asks for a second factor
 * @param createdAt when it came to be
 */
record OldAccount(
        int id,
        @Nullable String email,
        @Nullable String username,
        @Nullable String phone,
        @Nullable Integer word,
        State state,
        boolean proven,
        boolean superuser,
        boolean factor,
        Instant createdAt) {

    /** What opens or closes an account. */
    enum State {
        OPEN,
        /** The system's own mark of activity says no. */
        INACTIVE,
        DELETED,
        BLOCKED,
        /** A ban or lockout whose end has passed. */
        BLOCK_OVER,
        /** A ban or lockout that ends after the run. */
        BLOCK_AHEAD,
        /** A cell of state that says nothing known: the account is to stay closed until an administrator looks. */
        UNKNOWN
    }

    /** The key as text. */
    String key() {
        return Integer.toString(id);
    }
}
