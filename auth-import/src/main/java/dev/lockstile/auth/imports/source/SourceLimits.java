package dev.lockstile.auth.imports.source;

import java.time.Duration;

/**
 * How long a source waits for its database. What the address says about it comes first.
 *
 * @param connect for a connection, and for a server that can be read from
 * @param silence of a server that was asked something: between two pieces of an answer, and before the first
 */
public record SourceLimits(Duration connect, Duration silence) {

    /** 10 seconds to connect, 10 minutes of silence: a count of a large table may take that long. */
    public static final SourceLimits STANDARD = new SourceLimits(Duration.ofSeconds(10), Duration.ofMinutes(10));

    /**
     * Checks the limits.
     *
     * @param connect how long a connection may take, up to a day
     * @param silence how long the server may say nothing, up to a day
     * @throws IllegalArgumentException when a limit is not positive, or longer than a day
     */
    public SourceLimits {
        if (!isLimit(connect) || !isLimit(silence)) {
            throw new IllegalArgumentException("a limit is between a millisecond and a day");
        }
    }

    private static boolean isLimit(Duration limit) {
        return limit.toMillis() > 0 && limit.compareTo(Duration.ofDays(1)) <= 0;
    }
}
