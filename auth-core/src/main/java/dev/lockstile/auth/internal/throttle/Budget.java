package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.store.Spacing;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guess is counted against.
 *
 * @param places empty when failures are not limited
 * @param bucket closed after a wrong guess
 * @param delay for how long
 * @param address of the client
 * @param method for events
 * @param device what the device's failures are counted by; null for strangers and networks
 */
record Budget(
        ThrottleCounters counters,
        List<Place> places,
        String bucket,
        Spacing delay,
        @Nullable String address,
        String method,
        @Nullable String device) {

    Budget {
        places = List.copyOf(places);
    }

    /** The one place; null when failures are not limited. */
    @Nullable
    Place place() {
        return places.isEmpty() ? null : places.get(0);
    }

    /** The same for a guess that is aimed at nothing: only the network pays. */
    Budget ofNobody() {
        return new Budget(counters, List.of(), bucket, Spacing.NONE, address, method, device);
    }
}
