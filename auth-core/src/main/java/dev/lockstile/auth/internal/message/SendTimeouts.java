package dev.lockstile.auth.internal.message;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls senders on threads of their own and gives up on one that does not return in time, so that a provider that hangs
 * does not stop the messages behind it. The limit is shorter than a lease: as long as a send goes on here, no other
 * node takes the message.
 */
final class SendTimeouts {

    private static final int MOST_AT_ONCE = 16;
    private static final long IDLE_SECONDS = 10;

    private final Duration limit;
    private final ThreadPoolExecutor threads;

    SendTimeouts(Duration limit) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons());
    }

    /** Runs the send and waits for its end, at most as long as the limit. */
    void run(Callable<Void> send) throws FailedSend {
        Future<Void> future;
        try {
            future = threads.submit(send);
        } catch (RejectedExecutionException e) {
            throw FailedSend.temporary("too many earlier sends have not returned");
        }
        await(future);
    }

    /** Takes no more sends; those in hand go on. */
    void close() {
        threads.shutdown();
    }

    private void await(Future<Void> future) throws FailedSend {
        try {
            future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw FailedSend.temporary("no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw FailedSend.temporary("interrupted while sending");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FailedSend failure ? failure : ErrorSummary.in("the sender", e.getCause());
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "lockstile-send-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
