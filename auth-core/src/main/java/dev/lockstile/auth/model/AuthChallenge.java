package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as stored: an operation that was started and must be completed.
 *
 * @param digest SHA-256 of the challenge id, which has 256 random bits; for {@link Kind#SOCIAL_TOKEN}, a digest of the
 *     token
 * @param kind the kind of operation
 * @param binding the user, session and client that may complete the challenge
 * @param payloadSealed encrypted data that only the server reads; null when there is none
 * @param methods the {@code amr} of the first factor of a sign-in; null for other kinds
 * @param use attempts, expiry and use
 */
public record AuthChallenge(
        String digest,
        Kind kind,
        Binding binding,
        @Nullable String payloadSealed,
        @Nullable String methods,
        Use use) {

    /**
     * {@return true while the challenge can be answered: not used, not expired, and with attempts left}
     *
     * @param now the current time
     */
    public boolean isOpen(Instant now) {
        return use.usedAt() == null && now.isBefore(use.validUntil()) && use.attempts() < use.maxAttempts();
    }

    @Override
    public String toString() {
        return "AuthChallenge[" + kind + "]";
    }

    /**
     * The user, session and client that may complete a challenge.
     *
     * @param user null while the user is unknown
     * @param session id of the session in which the challenge was started, or the digest of the sign-in's challenge;
     *     null when there is neither
     * @param client the kind of client that started the challenge; null when every kind may complete it
     * @param digest a value that must be the same when the challenge is completed: a digest of the user's password hash
     *     and identifier keys, the user handle of a passkey registration, or a digest of the provider's parameters;
     *     null for none
     */
    public record Binding(
            @Nullable UserId user,
            @Nullable String session,
            @Nullable ClientKind client,
            @Nullable String digest) {}

    /**
     * The attempts, expiry and use of a challenge.
     *
     * @param attempts the number of attempts spent
     * @param maxAttempts the number of attempts that the challenge allows in all
     * @param validUntil the instant from which no answer is accepted
     * @param usedAt when the challenge was answered or ended early; null while it is open, and when it expired
     *     unanswered
     */
    public record Use(
            int attempts,
            int maxAttempts,
            Instant validUntil,
            @Nullable Instant usedAt) {}

    /** The kinds of challenges. An answer to a challenge of one kind is not accepted for another (ASVS 6.6.2). */
    public enum Kind {
        /** A sign-in that has passed its first factor and waits for the second. */
        SECOND_FACTOR,
        /**
         * A sign-in that has passed its first factor and waits for the enrolment of a second, which the host requires.
         */
        ENROLMENT,
        /** The registration of a passkey, in a session or a sign-in. */
        PASSKEY_REGISTRATION,
        /** A sign-in with a passkey alone. */
        PASSKEY_SIGN_IN,
        /** A passkey as the second factor of a sign-in. */
        PASSKEY_SECOND_FACTOR,
        /** A passkey for step-up authentication in a session. */
        PASSKEY_STEP_UP,
        /** A sign-in with, or a link to, an account at another site that a native client has started. */
        SOCIAL_NONCE,
        /** A browser that was redirected to another site and has not returned. */
        SOCIAL_REDIRECT,
        /** A browser that has returned from another site with a confirmed identity. */
        SOCIAL_PROOF,
        /** A token of another site that was accepted once and is refused from then on. */
        SOCIAL_TOKEN,
        /** A pending reset of second factors by an administrator; clients cannot complete it. */
        FACTOR_RESET,
        /** A pending deletion that the owner requested; clients cannot complete it. */
        ACCOUNT_DELETION
    }
}
