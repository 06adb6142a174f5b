package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The times in a session's life.
 *
 * @param createdAt when it was opened
 * @param authTime when the person last proved who they are; a refresh does not move it (ASVS 7.5.3)
 * @param lastUsedAt when it was opened or its refresh token last exchanged
 * @param idleUntil moves on with every refresh
 * @param absoluteUntil never moves (ASVS 7.3.2)
 * @param endedAt when somebody ended it; null while nobody has
 */
public record SessionTimes(
        Instant createdAt,
        Instant authTime,
        Instant lastUsedAt,
        Instant idleUntil,
        Instant absoluteUntil,
        @Nullable Instant endedAt) {

    /**
     * {@return true while the session's refresh token works, see {@link SessionExpiry}}
     *
     * @param now the time to compare with
     */
    public boolean isLive(Instant now) {
        return Arrays.stream(SessionExpiry.values()).noneMatch(end -> end.hasCome(this, now));
    }
}
