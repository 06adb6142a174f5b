package dev.lockstile.auth.internal.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon threads of a channel. One looks every second for what other nodes left; all sleep until woken, and the one
 * that takes a message wakes one more, so that there are as many at work as there are messages, up to the limit.
 */
final class DispatchLoop {

    /** Takes one message in hand. */
    @FunctionalInterface
    interface Work {
        /** @param taken runs once there is a message; @return false when there is none */
        boolean one(Runnable taken);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
    private static final long POLL_MILLIS = 1_000;
    private static final long SLEEP_MILLIS = 60_000;

    private final Work work;
    private final int workers;
    private final Duration patience;
    private final Semaphore wakes = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private final DispatchOutage outage;
    private volatile boolean closed;

    /**
     * @param outage shared by all loops of a node, so that an outage of the store is told once
     * @param patience how long to wait at the end for the messages in hand
     */
    DispatchLoop(Work work, int workers, DispatchOutage outage, Duration patience) {
        this.work = work;
        this.outage = outage;
        this.workers = workers;
        this.patience = patience;
    }

    synchronized void start() {
        if (closed) {
            throw new IllegalStateException("the message dispatcher is closed");
        }
        while (threads.size() < workers) {
            long pause = threads.isEmpty() ? POLL_MILLIS : SLEEP_MILLIS;
            Thread thread = new Thread(() -> run(pause), "lockstile-messages");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    void wake() {
        // One permit is enough: each thread that finds a message wakes the next one.
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** Lets no thread take another message. */
    void stop() {
        closed = true;
        wakes.release(workers);
    }

    /** Waits for the messages in hand. */
    void close() {
        stop();
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread running : running()) {
            if (running != Thread.currentThread()) {
                await(running, deadline - System.nanoTime());
            }
        }
    }

    private synchronized List<Thread> running() {
        return List.copyOf(threads);
    }

    private static void await(Thread running, long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(running, Math.max(1, nanos));
            if (running.isAlive()) {
                LOG.warn("A sender has not returned; its message is tried again once its lease is over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(long pauseMillis) {
        while (!closed) {
            if (!goRound()) {
                pause(pauseMillis);
            }
        }
    }

    /** Nothing may end this thread but the closing: a message not sent is a person who cannot get in. */
    private boolean goRound() {
        long begun = outage.begin();
        try {
            boolean more = work.one(this::wake);
            if (outage.succeeded()) {
                LOG.info("Messages are sent again");
            }
            return more;
        } catch (RuntimeException | Error e) {
            if (outage.failed(begun)) {
                LOG.warn("Messages cannot be sent for now, trying again every second: {}", ErrorSummary.describe(e));
            }
            return false;
        }
    }

    private void pause(long millis) {
        try {
            if (wakes.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                LOG.trace("The message thread was woken");
            }
        } catch (InterruptedException e) {
            // Only a careless sender interrupts this thread; the flag is cleared, and closing is what ends it.
            LOG.debug("The message thread was interrupted and goes on");
        }
    }
}
