package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an account's life.
 *
 * @param joinedAt when the account was opened
 * @param lastLoginAt when the person last signed in; null when nobody has
 * @param termsAcceptedAt when the person accepted the terms; null when nobody has
 * @param admittedAt since when the password opens the account by an address or number that nobody has proven, as an
 *     import grants it to those whom a former system let in; null for everybody else, and for everybody after the first
 *     proof
 */
public record UserDates(
        Instant joinedAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant termsAcceptedAt,
        @Nullable Instant admittedAt) {

    /**
     * Dates of an account that a password opens by proven identifiers only.
     *
     * @param joinedAt when the account was opened
     * @param lastLoginAt when the person last signed in; null when nobody has
     * @param termsAcceptedAt when the person accepted the terms; null when nobody has
     */
    public UserDates(Instant joinedAt, @Nullable Instant lastLoginAt, @Nullable Instant termsAcceptedAt) {
        this(joinedAt, lastLoginAt, termsAcceptedAt, null);
    }
}
