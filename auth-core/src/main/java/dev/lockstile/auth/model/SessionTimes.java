package dev.lockstile.auth.model;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The times in a session's life.
 *
 * @param authTime when the person last proved who they are; a refresh does not move it (ASVS 7.5.3)
 * @param idleUntil moves on with every refresh
 * @param absoluteUntil never moves (ASVS 7.3.2)
 */
public record SessionTimes(
        Instant createdAt,
        Instant authTime,
        Instant lastUsedAt,
        Instant idleUntil,
        Instant absoluteUntil,
        @Nullable Instant endedAt) {

    /** True while the session's refresh token works, see {@link SessionExpiry}. */
    public boolean isLive(Instant now) {
        return Arrays.stream(SessionExpiry.values()).noneMatch(end -> end.hasCome(this, now));
    }
}
