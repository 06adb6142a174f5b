package dev.lockstile.auth.password;

import java.time.Duration;

/**
 * How much hashing runs at once, and how long a caller waits for its turn.
 *
 * @param permits hashes computed at the same time; more than the cores gain nothing and cost memory
 * @param waitLimit the longest wait for a permit; past it {@link HashingBusyException}
 * @param failureFloor the least time a failed check takes, zero for none; see
 *     {@link PasswordSettings#withFailureFloor}
 */
public record HashingLimits(int permits, Duration waitLimit, Duration failureFloor) {

    /**
     * Checks the figures.
     *
     * @param permits hashes computed at the same time, 1 to 1024
     * @param waitLimit the longest wait for a permit, up to a minute
     * @param failureFloor the least time a failed check takes, up to 10 seconds; zero for none
     * @throws IllegalArgumentException when a figure is out of bounds
     */
    public HashingLimits {
        if (permits < 1 || permits > 1_024) {
            throw new IllegalArgumentException("hash permits must be 1 to 1024, not " + permits);
        }
        if (waitLimit.isNegative() || waitLimit.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("the wait limit for hashing must be 0 to 60 s, not " + waitLimit);
        }
        if (failureFloor.isNegative() || failureFloor.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("the failure floor must be 0 to 10 s, not " + failureFloor);
        }
    }

    /** {@return one permit per core, two seconds of waiting, no failure floor} */
    public static HashingLimits defaults() {
        return new HashingLimits(
                Math.min(1_024, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(2), Duration.ZERO);
    }
}
