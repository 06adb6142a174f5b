package dev.lockstile.auth.cutover.writeback;

import java.time.Duration;
import java.time.Instant;

/**
 * When changes are sent, and for how long a node may hold a user.
 *
 * @param attempts failed attempts after which the changes of a user become a dead letter
 * @param lease how long one call of the legacy system may take at most; after it another node may send the user
 * @param firstPause the pause before the second attempt; doubled for each further one
 * @param longestPause the longest pause between two attempts
 * @param tables prefix of the names of the two tables
 */
public record WriteBackSettings(
        int attempts, Duration lease, Duration firstPause, Duration longestPause, String tables) {

    /** Ten attempts within about two hours, a lease of two minutes. */
    public static final WriteBackSettings STANDARD = new WriteBackSettings(
            10, Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofHours(1), "auth_write_back");

    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 20;

    /**
     * Checks the values.
     *
     * @param attempts failed attempts after which the changes of a user become a dead letter
     * @param lease how long one call of the legacy system may take at most
     * @param firstPause the pause before the second attempt
     * @param longestPause the longest pause between two attempts
     * @param tables prefix of the names of the two tables, which may carry their schema
     */
    public WriteBackSettings {
        if (attempts < 1 || lease.isNegative() || lease.isZero() || firstPause.isNegative()) {
            throw new IllegalArgumentException("attempts and the lease are at least 1, the pause at least 0");
        }
        if (!tables.matches("[A-Za-z_][A-Za-z0-9_.]{0,60}")) {
            throw new IllegalArgumentException("not a plain table name: " + tables);
        }
    }

    /**
     * {@return the same with another number of attempts}
     *
     * @param number 1 or more
     */
    public WriteBackSettings withAttempts(int number) {
        return new WriteBackSettings(number, lease, firstPause, longestPause, tables);
    }

    /**
     * {@return the same with another lease}
     *
     * @param longest above 0
     */
    public WriteBackSettings withLease(Duration longest) {
        return new WriteBackSettings(attempts, longest, firstPause, longestPause, tables);
    }

    /**
     * {@return the same on tables of another name, which may carry its schema}
     *
     * @param prefix of the two names
     */
    public WriteBackSettings withTables(String prefix) {
        return new WriteBackSettings(attempts, lease, firstPause, longestPause, prefix);
    }

    Instant nextAttempt(int made, Instant now) {
        long factor = 1L << Math.min(made - 1, MOST_DOUBLINGS);
        Duration pause = firstPause.multipliedBy(factor);
        return now.plus(pause.compareTo(longestPause) > 0 ? longestPause : pause);
    }

    Instant afterOutage(Instant now) {
        return now.plus(AFTER_OUTAGE);
    }
}
