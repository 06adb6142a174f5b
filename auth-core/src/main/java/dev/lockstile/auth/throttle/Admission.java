package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish for places.
 *
 * @param full the first place that was not to be had; null when all were taken
 * @param retryAt when that one can be had; null when all were taken
 * @param guess true when the guess was counted and may be looked at
 */
public record Admission(@Nullable Place full, @Nullable Instant retryAt, boolean guess) {

    /** All places were taken. */
    public static Admission granted(boolean guess) {
        return new Admission(null, null, guess);
    }

    /** None was taken. */
    public static Admission refused(Place full, Instant retryAt) {
        return new Admission(full, retryAt, false);
    }

    public boolean isGranted() {
        return full == null;
    }
}
