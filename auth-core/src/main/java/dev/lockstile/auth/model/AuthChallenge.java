package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as stored: a step that a client has started and has to complete.
 *
 * @param digest SHA-256 of the 256 random bits that the client got
 * @param kind what it is for
 * @param binding whose it is
 * @param payloadSealed what only the server may read, encrypted; null where there is nothing
 * @param methods the {@code amr} of what was shown before
 * @param use how much of it is spent
 */
public record AuthChallenge(
        String digest,
        Kind kind,
        Binding binding,
        @Nullable String payloadSealed,
        @Nullable String methods,
        Use use) {

    /**
     * {@return true while it can be answered: not used, not over, with attempts left}
     *
     * @param now the time to compare with
     */
    public boolean isOpen(Instant now) {
        return use.usedAt() == null && now.isBefore(use.validUntil()) && use.attempts() < use.maxAttempts();
    }

    @Override
    public String toString() {
        return "AuthChallenge[" + kind + "]";
    }

    /**
     * Whose a challenge is.
     *
     * @param user null where the user is not known yet
     * @param session of a signed-in user; null for a sign-in
     * @param client the kind of client that began; null where it does not matter
     * @param digest of what must not have changed meanwhile, such as the password
     */
    public record Binding(
            @Nullable UserId user,
            @Nullable String session,
            @Nullable ClientKind client,
            @Nullable String digest) {}

    /**
     * How much of it is spent.
     *
     * @param attempts how many were spent
     * @param maxAttempts how many there are in all
     * @param validUntil from this instant on nothing answers it
     * @param usedAt when it was answered or ended; null while it is open
     */
    public record Use(
            int attempts,
            int maxAttempts,
            Instant validUntil,
            @Nullable Instant usedAt) {}

    /** The kinds of challenges. One of one kind is not accepted for another (ASVS 6.6.2). */
    public enum Kind {
        /** Between the first factor of a sign-in and the second one. */
        SECOND_FACTOR,
        /** Between the first factor of a sign-in and the enrolment of a second one, where the host wants one. */
        ENROLMENT,
        /** To register a passkey, in a session. */
        PASSKEY_REGISTRATION,
        /** To sign in with a passkey alone. */
        PASSKEY_SIGN_IN,
        /** To show a passkey as the second factor of a sign-in. */
        PASSKEY_SECOND_FACTOR,
        /** To show a passkey again, in a session. */
        PASSKEY_STEP_UP,
        /** A sign-in or a link with another site that a native client began. */
        SOCIAL_NONCE,
        /** A browser that was sent to another site. */
        SOCIAL_REDIRECT,
        /** A browser that is back from another site, and whom the site vouches for. */
        SOCIAL_PROOF,
        /** A token of another site that was used without a transaction and is not accepted again. */
        SOCIAL_TOKEN,
        /**
         * An administrator's reset of second factors that waits; no client can answer it.
         */
        FACTOR_RESET,
        /** A pending deletion that the owner requested; clients cannot complete it. */
        ACCOUNT_DELETION
    }
}
