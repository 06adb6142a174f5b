package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt is counted against.
 *
 * @param permits empty when failures are not limited
 * @param bucket closed after a wrong attempt
 * @param delay for how long
 * @param address of the client
 * @param method for events
 * @param device what the device's failures are counted by; null for strangers and networks
 */
record AttemptQuota(
        ThrottleCounters counters,
        List<ThrottlePermit> permits,
        String bucket,
        ProgressiveDelay delay,
        @Nullable String address,
        String method,
        @Nullable String device) {

    AttemptQuota {
        permits = List.copyOf(permits);
    }

    /** The one permit; null when failures are not limited. */
    @Nullable
    ThrottlePermit permit() {
        return permits.isEmpty() ? null : permits.get(0);
    }

    /** The same for an attempt that is aimed at no live challenge: only the network pays. */
    AttemptQuota withoutTarget() {
        return new AttemptQuota(counters, List.of(), bucket, ProgressiveDelay.NONE, address, method, device);
    }
}
