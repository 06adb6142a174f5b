package dev.lockstile.auth.throttle;

import java.time.Duration;

/**
 * How many wrong passwords or codes in a row an account stands, by whatever spelling and from wherever they come (NIST
 * SP 800-63B-4 3.2.2). A right one, or a proof by other means, sets the count back; a new code does not.
 *
 * @param free failures without a wait after them
 * @param pauseAt from this failure on there is one attempt in each pause
 * @param ceiling failures after which nothing but a proof by other means helps; at most 100. A fifth part is kept for
 *     networks from which the owner signed in before and another for the owner's devices, so that strangers cannot
 *     spend them
 * @param longestDelay after the free ones the wait is 1 second and doubles up to this
 * @param pause wait between attempts from {@code pauseAt} on
 * @param memory rest after which failures are forgotten
 */
public record FailureSettings(
        int free, int pauseAt, int ceiling, Duration longestDelay, Duration pause, Duration memory) {

    private static final int HARD_CEILING = 100;

    /**
     * Checks the bounds.
     *
     * @param free failures without a wait after them
     * @param pauseAt from this failure on there is one attempt in each pause
     * @param ceiling failures after which nothing but a proof by other means helps; at most 100. A fifth part is kept
     *     for networks from which the owner signed in before and another for the owner's devices, so that strangers
     *     cannot spend them
     * @param longestDelay after the free ones the wait is 1 second and doubles up to this
     * @param pause wait between attempts from {@code pauseAt} on
     * @param memory rest after which failures are forgotten
     * @throws IllegalArgumentException for figures that are out of bounds or do not fit each other
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
     * {@return the OWASP figures} 5 free ones, delays up to 15 minutes, one attempt an hour from the 20th, 100 at most,
     * forgotten after 30 days.
     */
    public static FailureSettings owasp() {
        return new FailureSettings(5, 20, 100, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(30));
    }

    /** {@return what strangers may spend of the ceiling} */
    public int forStrangers() {
        return ceiling - forKnownNetworks() - forTrustedDevices();
    }

    /** {@return what networks from which the owner signed in before may spend of the ceiling} */
    public int forKnownNetworks() {
        return ceiling / 5;
    }

    /**
     * {@return what all devices of the owner together may spend of the ceiling, step-ups in live sessions among them}
     */
    public int forTrustedDevices() {
        return ceiling / 5;
    }

    /** {@return what one device may spend of that, so that a stolen token does not silence the others} */
    public int perDevice() {
        return Math.max(1, ceiling / 10);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
