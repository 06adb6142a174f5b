package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.ThrottlePermit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish for places.
 *
 * @param full the first place that was not to be had; null when all were taken
 * @param retryAt when that one can be had; null when all were taken
 * @param guess true when the guess was counted and may be looked at
 */
public record PermitResult(
        @Nullable ThrottlePermit full, @Nullable Instant retryAt, boolean guess) {

    /** All places were taken. */
    public static PermitResult granted(boolean guess) {
        return new PermitResult(null, null, guess);
    }

    /** None was taken. */
    public static PermitResult refused(ThrottlePermit full, Instant retryAt) {
        return new PermitResult(full, retryAt, false);
    }

    public boolean isGranted() {
        return full == null;
    }
}
