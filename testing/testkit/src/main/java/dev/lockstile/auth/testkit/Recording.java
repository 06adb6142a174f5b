package dev.lockstile.auth.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a sender was given, and how it is to answer.
 *
 * @param <M> the message
 * @param <E> the failure
 */
final class Recording<M, E extends Exception> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<M> accepted = new ArrayList<>();
    private @Nullable Supplier<E> failure;
    private int failuresLeft;
    private int refused;

    /** Keeps the message, or fails as it was told to. */
    void take(M message) throws E {
        lock.lock();
        try {
            Supplier<E> asked = failure;
            if (asked != null && failuresLeft > 0) {
                failuresLeft--;
                refused++;
                throw asked.get();
            }
            accepted.add(message);
        } finally {
            arrived.signalAll();
            lock.unlock();
        }
    }

    void fail(int times, @Nullable Supplier<E> how) {
        lock.lock();
        try {
            failure = how;
            failuresLeft = times;
        } finally {
            lock.unlock();
        }
    }

    List<M> accepted() {
        lock.lock();
        try {
            return List.copyOf(accepted);
        } finally {
            lock.unlock();
        }
    }

    int refused() {
        lock.lock();
        try {
            return refused;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            accepted.clear();
            refused = 0;
        } finally {
            lock.unlock();
        }
    }

    M last(Predicate<M> test) {
        List<M> found = accepted().stream().filter(test).toList();
        if (found.isEmpty()) {
            throw new AssertionError("no such message was sent");
        }
        return found.get(found.size() - 1);
    }

    /** What the newest of these messages that holds it holds: a notice that is sent later is passed over. */
    <T> T lastHeld(Predicate<M> test, Function<M, Optional<T>> held) {
        List<T> found = accepted().stream()
                .filter(test)
                .flatMap(message -> held.apply(message).stream())
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("no message that was sent holds it");
        }
        return found.get(found.size() - 1);
    }

    /** Waits until so many messages were accepted, for a dispatcher that runs on a thread of its own. */
    List<M> await(int count, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (accepted.size() < count && left > 0) {
                left = arrived.awaitNanos(left);
            }
            if (accepted.size() < count) {
                throw new AssertionError(
                        accepted.size() + " of " + count + " messages came within " + patience.toMillis() + " ms");
            }
            return List.copyOf(accepted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a message", e);
        } finally {
            lock.unlock();
        }
    }
}
