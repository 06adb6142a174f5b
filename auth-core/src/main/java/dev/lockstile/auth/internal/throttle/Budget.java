package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.store.Spacing;
import dev.lockstile.auth.throttle.ThrottleCounters;
import org.jspecify.annotations.Nullable;

/**
 * What a guess is counted against.
 *
 * @param place null when failures are not limited
 * @param delay how long the bucket is closed after a wrong guess
 * @param address of the client
 * @param method for events
 */
record Budget(
        ThrottleCounters counters,
        @Nullable Place place,
        String bucket,
        Spacing delay,
        @Nullable String address,
        String method) {}
