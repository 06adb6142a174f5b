package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as it stands in the store: something that somebody began and has to finish.
 *
 * @param digest SHA-256 of the 256 random bits that the client got
 * @param binding whose it is
 * @param payloadSealed what only the server may read, encrypted; null where there is nothing
 * @param methods the {@code amr} of what was shown before
 */
public record AuthChallenge(
        String digest,
        ChallengeKind kind,
        Binding binding,
        @Nullable String payloadSealed,
        @Nullable String methods,
        Use use) {

    /** True while it can be answered. */
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
     * @param session of somebody who is signed in; null for a sign-in
     * @param digest of what must not have changed meanwhile, such as the password
     */
    public record Binding(
            @Nullable UserId user,
            @Nullable String session,
            @Nullable ClientKind client,
            @Nullable String digest) {}

    /** How much of it is spent. */
    public record Use(
            int attempts,
            int maxAttempts,
            Instant validUntil,
            @Nullable Instant usedAt) {}
}
