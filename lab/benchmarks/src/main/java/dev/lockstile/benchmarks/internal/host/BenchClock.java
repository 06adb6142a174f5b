package dev.lockstile.benchmarks.internal.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Goes as the system's, and can be put forward, so that no time passes between two codes. */
public final class BenchClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private final AtomicLong aheadMillis = new AtomicLong();

    /** Puts it forward. */
    public void forward(Duration by) {
        aheadMillis.addAndGet(by.toMillis());
    }

    /** Puts it as far ahead of the system's, unless it is further. */
    public void ahead(Duration of) {
        aheadMillis.accumulateAndGet(of.toMillis(), Math::max);
    }

    /** How far it is ahead of the system's. */
    public Duration ahead() {
        return Duration.ofMillis(aheadMillis.get());
    }

    @Override
    public Instant instant() {
        return system.instant().plusMillis(aheadMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
