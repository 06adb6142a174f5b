package dev.lockstile.auth.store;

import java.time.Duration;
import java.time.Instant;

/** Counters that all nodes share, in a transaction. */
public interface ThrottleStore {

    /**
     * Takes one of {@code limit} places in the bucket's current window, atomically.
     *
     * @param bucket opaque key of at most 64 characters
     * @return false when the window is full
     */
    boolean take(String bucket, int limit, Duration window, Instant now);
}
