package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.ThrottlePermit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request for permits.
 *
 * @param full the first permit that was not to be had; null when all were taken
 * @param retryAt when that one can be had; null when all were taken
 * @param attemptGranted true when the attempt was counted and may be looked at
 */
public record PermitResult(
        @Nullable ThrottlePermit full, @Nullable Instant retryAt, boolean attemptGranted) {

    /**
     * {@return the result where all permits were taken}
     *
     * @param attemptGranted true when the attempt was counted and may be looked at
     */
    public static PermitResult granted(boolean attemptGranted) {
        return new PermitResult(null, null, attemptGranted);
    }

    /**
     * {@return the result where none was taken}
     *
     * @param full the first permit that was not to be had
     * @param retryAt when that one can be had
     */
    public static PermitResult refused(ThrottlePermit full, Instant retryAt) {
        return new PermitResult(full, retryAt, false);
    }

    /** {@return true when all permits were taken} */
    public boolean isGranted() {
        return full == null;
    }
}
