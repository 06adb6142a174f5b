package dev.lockstile.auth.imports.internal.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The worker threads of a run. Submitting waits for a free worker, so that no more than a few batches are in memory. No
 * work begins after a first failure. Only one thread submits work.
 */
final class WorkerPool implements AutoCloseable {

    private final int size;
    private final Semaphore free;
    private final ExecutorService workers;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    WorkerPool(int size) {
        this.size = size;
        this.free = new Semaphore(size + 1);
        this.workers = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "import-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Submits work, and waits while all workers are busy. Throws the first failure of earlier work. */
    void submit(Runnable work) {
        free.acquireUninterruptibly();
        rethrow();
        workers.execute(() -> {
            try {
                if (failure.get() == null) {
                    work.run();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    /** Waits until all submitted work is done. Throws its first failure. */
    void awaitAll() {
        free.acquireUninterruptibly(size + 1);
        free.release(size + 1);
        rethrow();
    }

    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            workers.shutdownNow();
        }
    }

    private void rethrow() {
        Throwable first = failure.get();
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
    }
}
