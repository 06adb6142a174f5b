package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as it stands in the store: something that somebody began and has to finish.
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
        ChallengeKind kind,
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
     * @param user null where nobody is known yet
     * @param session of somebody who is signed in; null for a sign-in
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
}
