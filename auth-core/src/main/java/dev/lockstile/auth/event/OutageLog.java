package dev.lockstile.auth.event;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Logs failures during an outage: one line per failure, and the stack trace once a minute, so that an outage does not
 * fill the disk. Safe for use by many threads.
 */
public final class OutageLog {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final LongSupplier nanos;
    private final AtomicLong nextTrace;

    /**
     * Creates a log that writes to a logger.
     *
     * @param log the logger of the class that reports the failures
     */
    public OutageLog(Logger log) {
        this(log, System::nanoTime);
    }

    OutageLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.nextTrace = new AtomicLong(nanos.getAsLong());
    }

    /**
     * Logs a failure as a warning.
     *
     * @param what the message, in fixed terms of the library
     * @param failure the exception; the line includes the message of its innermost cause
     */
    public void warn(String what, Throwable failure) {
        write(Level.WARN, what, failure);
    }

    /**
     * Logs a failure as an error.
     *
     * @param what the message, in fixed terms of the library
     * @param failure as for {@link #warn}
     */
    public void error(String what, Throwable failure) {
        write(Level.ERROR, what, failure);
    }

    private void write(Level level, String what, Throwable failure) {
        long now = nanos.getAsLong();
        long next = nextTrace.get();
        boolean traced = now - next >= 0 && nextTrace.compareAndSet(next, now + MINUTE);
        String text = what + ": " + cause(failure);
        log.atLevel(level).setCause(traced ? failure : null).log(text);
    }

    private static String cause(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String text = innermost.getMessage();
        String inner = text == null ? innermost.getClass().getName() : text;
        String one = innermost == failure ? inner : failure.getMessage() + ", " + inner;
        return one.replaceAll("\\s*\\R\\s*", " ");
    }
}
