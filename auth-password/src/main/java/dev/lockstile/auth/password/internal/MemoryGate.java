package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.HashingBusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps the memory of all hashes computed at one moment below half of the heap: permits count computations, and an old
 * system's hash may ask for much more memory than ours.
 */
final class MemoryGate {

    private final int budgetKib;
    private final Semaphore free;
    private final Duration waitLimit;

    MemoryGate(long heapBytes, Duration waitLimit) {
        this.budgetKib = (int) Math.max(32_768, Math.min(Integer.MAX_VALUE, heapBytes / 2 / 1_024));
        this.free = new Semaphore(budgetKib, true);
        this.waitLimit = waitLimit;
    }

    /** Whether one hash of that size could run here at all. */
    boolean fits(long kib) {
        return kib <= budgetKib;
    }

    <T> T with(int kib, Supplier<T> work) {
        boolean taken = false;
        try {
            taken = free.tryAcquire(kib, waitLimit.toNanos(), TimeUnit.NANOSECONDS);
            if (!taken) {
                throw new HashingBusyException("no memory for another hash within " + waitLimit);
            }
            return work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException("interrupted while waiting for memory to hash");
        } finally {
            if (taken) {
                free.release(kib);
            }
        }
    }
}
