package dev.lockstile.auth.token;

import java.time.Instant;

/** How a refresh ended. */
public sealed interface RefreshResult {

    /**
     * A new pair; the old one is worth nothing now.
     *
     * @param tokens to be kept in place of the old ones
     */
    record Refreshed(TokenPair tokens) implements RefreshResult {}

    /**
     * Too many refreshes of this session; the token is still good.
     *
     * @param retryAt when to try again
     */
    record Throttled(Instant retryAt) implements RefreshResult {}

    /** No new pair. An attacker learns nothing from it: one answer for wrong, old, used and ended. */
    record Refused() implements RefreshResult {}
}
