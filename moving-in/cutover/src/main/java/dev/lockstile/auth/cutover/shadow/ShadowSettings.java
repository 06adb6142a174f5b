package dev.lockstile.auth.cutover.shadow;

import java.time.Duration;

/**
 * How much of the traffic is compared, and at what price.
 *
 * @param rate the share of sign-ins that is looked at, 0 to 1
 * @param queueSize how many wait at most; what comes beyond is dropped and counted
 * @param load the share of one processor that comparing may take, above 0 and at most 1: after each comparison the
 *     thread rests, so that with 0.25 it rests three times as long as it worked. Waiting for a slow database counts as
 *     work
 * @param patience how long a sign-in, and with it the password, may wait; then it is dropped and counted
 * @param logEvery how often a line with the counts is logged, if there was anything
 */
public record ShadowSettings(double rate, int queueSize, double load, Duration patience, Duration logEvery) {

    /**
     * Every tenth sign-in, 64 that wait for at most 30 seconds, a quarter of one processor, a line every ten minutes.
     */
    public static final ShadowSettings STANDARD =
            new ShadowSettings(0.1, 64, 0.25, Duration.ofSeconds(30), Duration.ofMinutes(10));

    /**
     * Checks the figures.
     *
     * @param rate the share of sign-ins that is looked at, 0 to 1
     * @param queueSize how many wait at most, 1 to 10000
     * @param load the share of one processor that comparing may take, above 0 and at most 1
     * @param patience how long a sign-in may wait, above 0
     * @param logEvery the time between two lines in the log, above 0
     * @throws IllegalArgumentException when a figure is out of bounds
     */
    public ShadowSettings {
        if (!(rate >= 0 && rate <= 1) || !(load > 0 && load <= 1)) {
            throw new IllegalArgumentException("rate is 0 to 1, load above 0 and at most 1");
        }
        if (queueSize < 1 || queueSize > 10_000) {
            throw new IllegalArgumentException("1 to 10000 sign-ins may wait, not " + queueSize);
        }
        if (!isPositive(patience) || !isPositive(logEvery)) {
            throw new IllegalArgumentException("the patience and the time between two lines are above 0");
        }
    }

    /**
     * {@return the same with another share of sign-ins}
     *
     * @param share 0 to 1
     */
    public ShadowSettings withRate(double share) {
        return new ShadowSettings(share, queueSize, load, patience, logEvery);
    }

    /**
     * {@return the same with another number of waiting sign-ins}
     *
     * @param number 1 to 10000 sign-ins
     */
    public ShadowSettings withQueueSize(int number) {
        return new ShadowSettings(rate, number, load, patience, logEvery);
    }

    /**
     * {@return the same with another share of a processor}
     *
     * @param share above 0 and at most 1
     */
    public ShadowSettings withLoad(double share) {
        return new ShadowSettings(rate, queueSize, share, patience, logEvery);
    }

    /**
     * {@return the same with another time that a sign-in may wait}
     *
     * @param longest above 0
     */
    public ShadowSettings withPatience(Duration longest) {
        return new ShadowSettings(rate, queueSize, load, longest, logEvery);
    }

    /**
     * {@return the same with another time between two lines in the log}
     *
     * @param pause above 0
     */
    public ShadowSettings withLogEvery(Duration pause) {
        return new ShadowSettings(rate, queueSize, load, patience, pause);
    }

    /** How long to rest after that much work, in nanoseconds. */
    long rest(long workedNanos) {
        return (long) (workedNanos * (1 / load - 1));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
