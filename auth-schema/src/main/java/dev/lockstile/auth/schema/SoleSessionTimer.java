package dev.lockstile.auth.schema;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Measures how long no other session is on the database: after 5 s a holder that noted no session counts as dead. */
final class SoleSessionTimer {

    private static final long ENOUGH = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private long since;

    /** @param nanos the time, as {@link System#nanoTime} tells it */
    SoleSessionTimer(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Whether there was none for 5 s. @param others whether there are any now; then the time begins anew */
    boolean isLongEnough(boolean others) {
        long now = nanos.getAsLong();
        if (others) {
            since = now;
        }
        return now - since >= ENOUGH;
    }
}
