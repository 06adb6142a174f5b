package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.HashingLoad;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Lets few threads hash at once, first come first served, and sends away who waits too long (ASVS 15.1.3). */
final class HashingGate {

    private final int size;
    private final Semaphore permits;
    private final Duration waitLimit;
    private final LongAdder turnedAway = new LongAdder();

    HashingGate(int permits, Duration waitLimit) {
        this.size = permits;
        this.permits = new Semaphore(permits, true);
        this.waitLimit = waitLimit;
    }

    HashingLoad load() {
        return new HashingLoad(size, size - permits.availablePermits(), permits.getQueueLength(), turnedAway.sum());
    }

    <T> T with(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void enter() {
        try {
            if (!permits.tryAcquire(waitLimit.toNanos(), TimeUnit.NANOSECONDS)) {
                turnedAway.increment();
                throw new HashingBusyException("no permit to hash within " + waitLimit);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException("interrupted while waiting for a permit to hash");
        }
    }
}
