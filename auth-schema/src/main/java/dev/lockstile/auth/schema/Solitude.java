package dev.lockstile.auth.schema;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long no other session has been on the database: a holder that noted no session counts as dead by it. */
final class Solitude {

    private static final long ENOUGH = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private long since;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    Solitude(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Whether there has been none for long enough; begins anew where there are others. */
    boolean lasts(boolean others) {
        long now = nanos.getAsLong();
        if (others) {
            since = now;
        }
        return now - since >= ENOUGH;
    }
}
