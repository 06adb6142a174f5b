package dev.lockstile.auth.cutover.writeback;

import java.time.Duration;
import java.time.Instant;

/**
 * How changes go out.
 *
 * @param tries after how many failures of its own a person is parked
 * @param lease how long one call of the old system may take at most; then another node may try
 * @param firstPause before the second try; doubled with every further one
 * @param longestPause the longest wait between two tries, and the wait after an outage
 * @param tables what the names of the two tables begin with
 */
public record WriteBackSettings(int tries, Duration lease, Duration firstPause, Duration longestPause, String tables) {

    /** Ten tries within about two hours, a lease of two minutes. */
    public static final WriteBackSettings STANDARD = new WriteBackSettings(
            10, Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofHours(1), "auth_write_back");

    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 20;

    public WriteBackSettings {
        if (tries < 1 || lease.isNegative() || lease.isZero() || firstPause.isNegative()) {
            throw new IllegalArgumentException("tries and the lease are at least 1, the pause at least 0");
        }
        if (!tables.matches("[A-Za-z_][A-Za-z0-9_.]{0,60}")) {
            throw new IllegalArgumentException("not a plain table name: " + tables);
        }
    }

    /** The same with another number of tries. */
    public WriteBackSettings withTries(int number) {
        return new WriteBackSettings(number, lease, firstPause, longestPause, tables);
    }

    /** The same with another lease. */
    public WriteBackSettings withLease(Duration longest) {
        return new WriteBackSettings(tries, longest, firstPause, longestPause, tables);
    }

    /** The same on tables of another name, which may carry its schema. */
    public WriteBackSettings withTables(String prefix) {
        return new WriteBackSettings(tries, lease, firstPause, longestPause, prefix);
    }

    Instant nextTry(int made, Instant now) {
        long factor = 1L << Math.min(made - 1, MOST_DOUBLINGS);
        Duration pause = firstPause.multipliedBy(factor);
        return now.plus(pause.compareTo(longestPause) > 0 ? longestPause : pause);
    }

    Instant afterOutage(Instant now) {
        return now.plus(AFTER_OUTAGE);
    }
}
