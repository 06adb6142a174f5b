package dev.lockstile.auth.throttle;

import java.time.Duration;

/**
 * So many in a window, which begins with the first.
 *
 * @param limit at least 1
 * @param window at least 1 second
 */
public record Rate(int limit, Duration window) {

    /**
     * Checks the bounds.
     *
     * @param limit at least 1
     * @param window at least 1 second
     * @throws IllegalArgumentException for less than 1 in less than 1 second
     */
    public Rate {
        if (limit < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a rate is at least 1 in at least 1 second; to end one, turn it off");
        }
    }

    /**
     * {@return a rate of so many in a minute}
     *
     * @param limit at least 1
     */
    public static Rate perMinute(int limit) {
        return new Rate(limit, Duration.ofMinutes(1));
    }

    /**
     * {@return a rate of so many in an hour}
     *
     * @param limit at least 1
     */
    public static Rate perHour(int limit) {
        return new Rate(limit, Duration.ofHours(1));
    }

    /**
     * {@return a rate of so many in a day}
     *
     * @param limit at least 1
     */
    public static Rate perDay(int limit) {
        return new Rate(limit, Duration.ofDays(1));
    }

    @Override
    public String toString() {
        return limit + " in " + window;
    }
}
