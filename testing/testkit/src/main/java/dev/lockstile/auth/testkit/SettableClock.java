package dev.lockstile.auth.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, so that nothing has to be waited for. Safe for use by many threads;
 * copies in another zone show the same time.
 */
public final class SettableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * {@return a clock that shows this time, in UTC}
     *
     * @param start the first time that it shows
     */
    public static SettableClock at(Instant start) {
        return new SettableClock(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    /**
     * {@return a clock that shows this ISO 8601 time, such as {@code 2026-03-01T12:00:00Z}}
     *
     * @param start the first time that it shows
     */
    public static SettableClock at(String start) {
        return at(Instant.parse(start));
    }

    /**
     * Moves the clock on, or back when the duration is negative.
     *
     * @param by how far; negative to go back
     * @return the new time
     */
    public Instant advance(Duration by) {
        return now.updateAndGet(time -> time.plus(by));
    }

    /**
     * Sets the clock, forwards or backwards.
     *
     * @param time what it shows from now on
     */
    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }

    @Override
    public String toString() {
        return "SettableClock[" + now + "]";
    }
}
