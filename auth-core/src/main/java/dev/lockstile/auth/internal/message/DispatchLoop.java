package dev.lockstile.auth.internal.message;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon thread that goes round: when woken, and every second for what other nodes left. */
final class DispatchLoop {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
    private static final long POLL_MILLIS = 1_000;

    private final BooleanSupplier round;
    private final Duration patience;
    private final Semaphore wakes = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closed;
    private boolean troubled;

    /**
     * @param round one round of work; true when there is more to do at once
     * @param patience how long to wait at the end for the round in hand
     */
    DispatchLoop(BooleanSupplier round, Duration patience) {
        this.round = round;
        this.patience = patience;
    }

    synchronized void start() {
        if (closed) {
            throw new IllegalStateException("the message dispatcher is closed");
        }
        if (thread == null) {
            thread = new Thread(this::run, "lockstile-messages");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void wake() {
        // One permit is enough: a round sends all there is.
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    void close() {
        closed = true;
        wakes.release();
        Thread running = running();
        if (running != null && running != Thread.currentThread()) {
            await(running);
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }

    private void await(Thread running) {
        try {
            running.join(patience.toMillis());
            if (running.isAlive()) {
                LOG.warn("A sender has not returned; its message is tried again once its lease is over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            if (!goRound()) {
                pause();
            }
        }
    }

    /** Nothing may end this thread but the closing: a message not sent is a person who cannot get in. */
    private boolean goRound() {
        try {
            boolean more = round.getAsBoolean();
            if (troubled) {
                troubled = false;
                LOG.info("Messages are sent again");
            }
            return more;
        } catch (RuntimeException | Error e) {
            if (!troubled) {
                troubled = true;
                LOG.warn("Messages cannot be sent for now, trying again every second: {}", Surprise.describe(e));
            }
            return false;
        }
    }

    private void pause() {
        try {
            wakes.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
            wakes.drainPermits();
        } catch (InterruptedException e) {
            // Nobody but a careless sender interrupts this thread; the flag is cleared, and closing is what ends it.
            LOG.debug("The message thread was interrupted and goes on");
        }
    }
}
