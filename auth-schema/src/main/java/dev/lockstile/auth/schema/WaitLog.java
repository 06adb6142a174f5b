package dev.lockstile.auth.schema;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says that a migration waits, for whom and how long: at once, and then at intervals. */
final class WaitLog {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Consumer<String> log;
    private final LongSupplier nanos;
    private final Duration longest;
    private final long began;
    private long next;

    /** @param nanos such as {@code System::nanoTime} */
    WaitLog(Consumer<String> log, LongSupplier nanos, Duration longest) {
        this.log = log;
        this.nanos = nanos;
        this.longest = longest;
        this.began = nanos.getAsLong();
        this.next = began;
    }

    /** {@code whom} tells the holder, and is asked only when a line is due. */
    <E extends Exception> void tell(Holder<E> whom) throws E {
        long now = nanos.getAsLong();
        if (now - next >= 0) {
            next = now + EVERY.toNanos();
            log.accept("the migration waits for " + whom.tell() + "; " + seconds() + " s of at most "
                    + longest.toSeconds() + " s");
        }
    }

    boolean isOver() {
        return nanos.getAsLong() - began >= longest.toNanos();
    }

    long seconds() {
        return Duration.ofNanos(nanos.getAsLong() - began).toSeconds();
    }

    @FunctionalInterface
    interface Holder<E extends Exception> {
        String tell() throws E;
    }
}
