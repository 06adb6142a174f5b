package dev.lockstile.benchmarks.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Goes as the system's, and can be put forward, so that nobody has to wait between two codes. */
public final class BenchClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private final AtomicLong aheadMillis = new AtomicLong();

    /** Puts it forward. */
    public void forward(Duration by) {
        aheadMillis.addAndGet(by.toMillis());
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
