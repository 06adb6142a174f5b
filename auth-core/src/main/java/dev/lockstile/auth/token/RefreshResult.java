package dev.lockstile.auth.token;

import java.time.Instant;

/** How a refresh ended. */
public sealed interface RefreshResult {

    /** A new pair; the old one is worth nothing now. */
    record Refreshed(TokenPair tokens) implements RefreshResult {}

    /** Too many refreshes of this session; the token is still good. */
    record Throttled(Instant retryAt) implements RefreshResult {}

    /** No new pair. An attacker learns nothing from it: one answer for wrong, old, used and ended. */
    record Refused() implements RefreshResult {}
}
