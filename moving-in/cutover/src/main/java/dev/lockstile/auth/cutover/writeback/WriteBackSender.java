package dev.lockstile.auth.cutover.writeback;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread that sends what is due until it is closed. Several nodes may have one each. */
public final class WriteBackSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBackSender.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final WriteBack writeBack;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lockstile-write-back");

    private WriteBackSender(WriteBack writeBack, Duration pause) {
        this.writeBack = writeBack;
        this.pause = pause;
    }

    static WriteBackSender start(WriteBack writeBack, Duration pause) {
        WriteBackSender sender = new WriteBackSender(writeBack, pause);
        sender.thread.setDaemon(true);
        sender.thread.start();
        return sender;
    }

    private void run() {
        try {
            do {
                round();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Sends until nothing is due. After a failure, such as an outage of the host's database, the next round tries
     * again.
     */
    private void round() {
        try {
            while (!isClosed() && writeBack.sendDue(this::isClosed) > 0) {
                // until nothing is due
            }
        } catch (Throwable e) { // also an Error: a thread that ends would go unnoticed
            LOG.warn("changes wait for the old system: {}", e.getClass().getName());
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends after the person at hand; what is left goes out with the next start. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
