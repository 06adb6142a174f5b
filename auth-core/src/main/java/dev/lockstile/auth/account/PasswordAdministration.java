package dev.lockstile.auth.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Passwords of other accounts on behalf of a caller, with the authorization and audit of
 * {@link AuthorizedAdministration}.
 */
public interface PasswordAdministration {

    /**
     * Sends a link for a new password to a verified address or number of the account. The password is kept until the
     * link is used.
     *
     * @param caller the authenticated caller
     * @param user the recipient of the link
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where no identifier is
     *     verified or the account is disabled, {@link Change#THROTTLED} where no link was sent because the owner has
     *     just received one or received too many recently
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread's transaction holds a
     *     connection; nothing is written then
     */
    Change requestPasswordResetAs(Caller caller, UserId user, String reference);

    /**
     * Requires a new password at the next sign-in as {@link AccountAdministration#requireNewPassword} does. The owner
     * receives a notice.
     *
     * @param caller the authenticated caller
     * @param user the owner of the password
     * @param reference the reason, for the audit trail
     * @return {@link Change#DONE}, or why nothing was changed; {@link Change#UNCHANGED} where the account has no
     *     password or one that already has to be replaced
     */
    Change requireNewPasswordAs(Caller caller, UserId user, String reference);

    /**
     * Sets a password that the owner has to replace at the first sign-in with it. Ends all sessions and codes in the
     * same transaction; the owner receives a notice. The password is hashed first, so that this cannot join a
     * transaction that holds a connection.
     *
     * @param caller the authenticated caller
     * @param user the account; the caller passes the password on to its owner
     * @param wanted the password, or null to generate one, and its lifetime
     * @param reference the reason, for the audit trail
     * @return the password, to be shown once; {@link dev.lockstile.auth.outcome.Refusal#NO_PROVEN_ADDRESS} where no
     *     password could sign in, {@link dev.lockstile.auth.outcome.Refusal#INVALID_INPUT} for one that violates the
     *     policy
     * @throws dev.lockstile.auth.store.ConnectionHeldException when the calling thread's transaction holds a
     *     connection; nothing is written then
     */
    Outcome<Secret> setTemporaryPasswordAs(Caller caller, UserId user, TemporaryPassword wanted, String reference);

    /**
     * A password that its owner has to replace at the first sign-in.
     *
     * @param password in plain text; has to satisfy the policy; null to generate one with 80 random bits
     * @param life after which it expires; 1 minute to 30 days
     */
    record TemporaryPassword(@Nullable Secret password, Duration life) {

        /** Default lifetime of a temporary password: 3 days. */
        public static final Duration USUAL_LIFE = Duration.ofDays(3);

        private static final Duration LONGEST = Duration.ofDays(30);

        /**
         * Checks the lifetime.
         *
         * @param password in plain text; null to generate one
         * @param life 1 minute to 30 days
         * @throws IllegalArgumentException for another lifetime
         */
        public TemporaryPassword {
            if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a temporary password is valid for a minute to 30 days");
            }
        }

        /** {@return a request for a generated password that is valid for 3 days} */
        public static TemporaryPassword made() {
            return new TemporaryPassword(null, USUAL_LIFE);
        }
    }
}
