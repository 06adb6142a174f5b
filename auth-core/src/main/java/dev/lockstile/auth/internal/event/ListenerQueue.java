package dev.lockstile.auth.internal.event;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.AuthListener;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener on a daemon thread of its own. A listener that hangs fills its queue of 1000; what comes then is counted
 * and dropped. The thread begins with the first event and ends at close.
 */
final class ListenerQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerQueue.class);
    private static final int LONGEST = 1000;
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 200;

    private final AuthListener listener;
    private final BlockingQueue<AuthEvent> waiting = new ArrayBlockingQueue<>(LONGEST);
    private final AtomicLong dropped = new AtomicLong();
    private @Nullable Thread thread;
    private volatile boolean closed;

    ListenerQueue(AuthListener listener) {
        this.listener = listener;
    }

    void offer(AuthEvent event) {
        begin();
        if (!closed && waiting.offer(event)) {
            return;
        }
        if (dropped.getAndIncrement() == 0) {
            LOG.warn("A listener of class {} does not keep up: events are dropped for it", listener.getClass());
        }
    }

    void close() {
        closed = true;
        Thread running = running();
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join(PATIENCE_MILLIS);
            if (running.isAlive()) {
                LOG.warn("A listener has not returned; {} events are lost for it", waiting.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin() {
        if (thread == null && !closed) {
            thread = new Thread(this::run, "lockstile-events");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            try {
                AuthEvent next = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    hear(next);
                }
            } catch (InterruptedException e) {
                LOG.debug("The event thread was interrupted and goes on");
            }
        }
    }

    private void hear(AuthEvent event) {
        try {
            listener.on(event);
            long missed = dropped.getAndSet(0);
            if (missed > 0) {
                LOG.warn("{} events were dropped for a listener of class {}", missed, listener.getClass());
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("a listener failed on {}", event.name(), e);
        }
    }
}
