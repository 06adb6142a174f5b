package dev.lockstile.auth.throttle;

import java.time.Duration;

/**
 * Limits on consecutive failed attempts to sign in to an account, over all spellings of its identifiers and all
 * networks (NIST SP 800-63B-4 3.2.2). A success, or an authentication by another method, resets the count; a new code
 * does not.
 *
 * @param free failures without a delay
 * @param pauseAt number of failures from which on one attempt per {@code pause} is allowed
 * @param ceiling number of failures after which the method is locked until an authentication by another method; at
 *     most 100. One fifth is reserved for networks from which the owner signed in before and another for the owner's
 *     devices, so that attackers cannot use them up
 * @param longestDelay maximum delay; after the free failures the delay is 1 second and doubles up to this
 * @param pause delay between attempts from {@code pauseAt} on
 * @param memory time without attempts after which failures are forgotten
 */
public record FailureSettings(
        int free, int pauseAt, int ceiling, Duration longestDelay, Duration pause, Duration memory) {

    private static final int HARD_CEILING = 100;

    /**
     * Checks the bounds.
     *
     * @param free failures without a delay
     * @param pauseAt number of failures from which on one attempt per {@code pause} is allowed
     * @param ceiling number of failures after which the method is locked until an authentication by another method;
     *     at most 100. One fifth is reserved for networks from which the owner signed in before and another for the
     *     owner's devices, so that attackers cannot use them up
     * @param longestDelay maximum delay; after the free failures the delay is 1 second and doubles up to this
     * @param pause delay between attempts from {@code pauseAt} on
     * @param memory time without attempts after which failures are forgotten
     * @throws IllegalArgumentException for values out of bounds or inconsistent values
     */
    public FailureSettings {
        require(free >= 1 && free < pauseAt, "free must be at least 1 and below pauseAt");
        require(pauseAt < ceiling && ceiling <= HARD_CEILING, "ceiling must be above pauseAt and at most 100");
        require(
                pauseAt <= ceiling - 2 * (ceiling / 5),
                "pauseAt must leave the owner's networks and devices a fifth of the ceiling each");
        require(longestDelay.compareTo(Duration.ofSeconds(1)) >= 0, "longestDelay must be at least 1 second");
        require(pause.compareTo(longestDelay) >= 0, "pause must be at least as long as longestDelay");
        require(memory.compareTo(pause) > 0, "memory must be longer than pause");
    }

    /**
     * {@return limits by the recommendations of OWASP} 5 failures without a delay, delays up to 15 minutes, one attempt
     * an hour from the 20th failure, at most 100, forgotten after 30 days.
     */
    public static FailureSettings owasp() {
        return new FailureSettings(5, 20, 100, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(30));
    }

    /** {@return the part of the ceiling for unknown clients} */
    public int forStrangers() {
        return ceiling - forKnownNetworks() - forTrustedDevices();
    }

    /** {@return the part of the ceiling for networks from which the owner signed in before} */
    public int forKnownNetworks() {
        return ceiling / 5;
    }

    /** {@return the part of the ceiling for all devices of the owner together, including step-ups in live sessions} */
    public int forTrustedDevices() {
        return ceiling / 5;
    }

    /**
     * {@return the part of {@link #forTrustedDevices()} for one device, so that a stolen token cannot lock the others
     * out}
     */
    public int perDevice() {
        return Math.max(1, ceiling / 10);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
