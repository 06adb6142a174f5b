package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a attempt is counted against.
 *
 * @param places empty when failures are not limited
 * @param bucket closed after a wrong attempt
 * @param delay for how long
 * @param address of the client
 * @param method for events
 * @param device what the device's failures are counted by; null for strangers and networks
 */
record AttemptBudget(
        ThrottleCounters counters,
        List<ThrottlePermit> places,
        String bucket,
        ProgressiveDelay delay,
        @Nullable String address,
        String method,
        @Nullable String device) {

    AttemptBudget {
        places = List.copyOf(places);
    }

    /** The one place; null when failures are not limited. */
    @Nullable
    ThrottlePermit place() {
        return places.isEmpty() ? null : places.get(0);
    }

    /** The same for a attempt that is aimed at nothing: only the network pays. */
    AttemptBudget ofNobody() {
        return new AttemptBudget(counters, List.of(), bucket, ProgressiveDelay.NONE, address, method, device);
    }
}
