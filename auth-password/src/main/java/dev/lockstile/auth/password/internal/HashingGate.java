package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.HashingBusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few threads hash at once, first come first served, and sends away who waits too long (ASVS 15.1.3). */
final class HashingGate {

    private final Semaphore permits;
    private final Duration waitLimit;

    HashingGate(int permits, Duration waitLimit) {
        this.permits = new Semaphore(permits, true);
        this.waitLimit = waitLimit;
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
                throw new HashingBusyException("no permit to hash within " + waitLimit);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException("interrupted while waiting for a permit to hash");
        }
    }
}
