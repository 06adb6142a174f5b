package dev.lockstile.auth.imports.internal.engine.snapshot;

import dev.lockstile.auth.imports.report.ImportWatch;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the weak hashes that a run expects and has wrapped, and the time that this took. Safe for use by many threads.
 */
public final class HashingEffort {

    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong hashed = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();

    /** Expects one more hash that may have to be wrapped. */
    public void expect() {
        total.incrementAndGet();
    }

    /** Adds hashes that were wrapped, and the time that one worker took, in nanoseconds. */
    void hashed(long number, long time) {
        hashed.addAndGet(number);
        nanos.addAndGet(number == 0 ? 0 : time);
    }

    /** Adds hashes that are done: wrapped, or left as they are since their users are in the target already. */
    public void completed(long number) {
        done.addAndGet(number);
    }

    public ImportWatch.HashingProgress progress(int workers) {
        long made = hashed.get();
        long left = Math.max(0, total.get() - done.get());
        long each = made == 0 ? 0 : nanos.get() / made / workers;
        return new ImportWatch.HashingProgress(
                made, left, Duration.ofNanos(nanos.get() / workers), Duration.ofNanos(each * left));
    }
}
