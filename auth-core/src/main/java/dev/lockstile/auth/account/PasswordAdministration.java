package dev.lockstile.auth.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Passwords of other accounts on behalf of a caller, with the rights and the audit of {@link AuthorizedAdministration}.
 */
public interface PasswordAdministration {

    /**
     * Sends a link for a new password to the address or number that the account has proven. The password stays until
     * the link is used.
     *
     * @param caller the authenticated caller
     * @param user who gets the link
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where nothing is proven or the account is disabled, {@link
     *     Change#THROTTLED} where no link was sent because the owner got one a moment ago or too many of late
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread is in a transaction that holds a
     *     connection; nothing is written then
     */
    Change requestPasswordResetAs(Caller caller, UserId user, String reference);

    /**
     * Demands a new password at the next sign-in as {@link AccountAdministration#requireNewPassword} does. The owner is
     * told.
     *
     * @param caller the authenticated caller
     * @param user whose password may be known to others
     * @param reference the reason, for the audit trail
     * @return whether it was done; {@link Change#UNCHANGED} where the account has no password or one that is to be
     *     replaced already
     */
    Change requireNewPasswordAs(Caller caller, UserId user, String reference);

    /**
     * Sets a password that the owner replaces at the first sign-in with it. Ends all sessions and codes in the same
     * transaction, and tells the owner. Hashes the password first, so it joins no transaction that holds a connection.
     *
     * @param caller the authenticated caller
     * @param user who gets the password, by a way of the caller's
     * @param wanted the password, or none to have one made, and how long it is valid
     * @param reference the reason, for the audit trail
     * @return the password, to be shown once; {@link dev.lockstile.auth.outcome.Refusal#NO_PROVEN_ADDRESS} where a
     *     password would open nothing, {@link dev.lockstile.auth.outcome.Refusal#INVALID_INPUT} for one against the
     *     policy
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread is in a transaction that holds a
     *     connection; nothing is written then
     */
    Outcome<Secret> setTemporaryPasswordAs(Caller caller, UserId user, TemporaryPassword wanted, String reference);

    /**
     * A password that its owner replaces at the first sign-in.
     *
     * @param password in plain text; has to satisfy the policy; null has one made of 80 random bits
     * @param life after which it opens nothing; a minute to 30 days
     */
    record TemporaryPassword(@Nullable Secret password, Duration life) {

        /** For how long a password is valid where the caller says nothing. */
        public static final Duration USUAL_LIFE = Duration.ofDays(3);

        private static final Duration LONGEST = Duration.ofDays(30);

        /**
         * Checks the life.
         *
         * @param password in clear; null has one made
         * @param life a minute to 30 days
         * @throws IllegalArgumentException for another life
         */
        public TemporaryPassword {
            if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a temporary password is valid for a minute to 30 days");
            }
        }

        /** {@return one that is made here and is valid for three days} */
        public static TemporaryPassword made() {
            return new TemporaryPassword(null, USUAL_LIFE);
        }
    }
}
