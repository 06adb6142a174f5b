package dev.lockstile.auth.cutover.shadow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at sign-ins that the old application answers, and finds out what the answer here would have been: before anybody
 * depends on it. The host hands in what was typed and what the old application said, after it has said it.
 *
 * <p>Nothing is written and nobody notices: no guess is counted, no session opened, no event told, no message sent, no hash
 * made better, nobody brought over. A sign-in is never delayed and never fails by it: what was handed in goes into a
 * queue without waiting, and one thread compares with a bounded share of a processor, one database connection and, with
 * a former system, one of that. A second thread empties the queue of what is late. Where there is no room, in number or
 * in length, it is dropped and counted. A password waits at most as long as {@link ShadowSettings#patience}, is held
 * beyond that only while it is compared, and is in no log and no report; the lines in the log have counts alone.
 *
 * <p>Every node has its own. Safe for use by many threads.
 */
public final class ShadowSignIn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowSignIn.class);
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final AnswerPrediction judge;
    private final ShadowSettings settings;
    private final Clock clock;
    private final ShadowStatistics book;
    private final BlockingQueue<ObservedSignIn> queue;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread worker = new Thread(this::work, "lockstile-shadow");
    private final Thread watch = new Thread(this::watch, "lockstile-shadow-watch");
    private Instant linedAt;
    private long lined;

    ShadowSignIn(AnswerPrediction judge, ShadowSettings settings, Clock clock) {
        this.judge = judge;
        this.settings = settings;
        this.clock = clock;
        this.linedAt = clock.instant();
        this.book = new ShadowStatistics(linedAt);
        this.queue = new LinkedBlockingQueue<>(settings.room());
    }

    /** Begins to compare with what this {@code Auth} would answer; its former system, if it has one, is asked as well. */
    public static ShadowSignIn start(Auth auth, ShadowSettings settings) {
        return new ShadowSignIn(new AnswerPrediction(auth.dryRun(), null), settings, Clock.systemUTC()).begin();
    }

    /**
     * The same, with the ledger of an import: {@link LegacyAnswer#about} then tells whether it is the same person on both
     * sides.
     *
     * @param ledger with the preset and system of the import
     */
    public static ShadowSignIn start(Auth auth, PersonImport ledger, ShadowSettings settings) {
        return new ShadowSignIn(new AnswerPrediction(auth.dryRun(), ledger), settings, Clock.systemUTC()).begin();
    }

    ShadowSignIn begin() {
        worker.setDaemon(true);
        watch.setDaemon(true);
        worker.start();
        watch.start();
        return this;
    }

    /**
     * Hands in a sign-in with a password. Returns at once.
     *
     * @param name as it was typed; null, like a password that is null, for a request that named none
     */
    public void compare(@Nullable String name, @Nullable Secret password, LegacyAnswer old) {
        if (name != null && password != null) {
            take(name, password, old);
        }
    }

    /**
     * Hands in a sign-in with a code, or the wish for one: whether the address or number leads to the same person here.
     * The code itself is known to the old application alone. Returns at once.
     */
    public void compareCode(@Nullable String addressOrNumber, LegacyAnswer old) {
        if (addressOrNumber != null) {
            take(addressOrNumber, null, old);
        }
    }

    private void take(String name, @Nullable Secret password, LegacyAnswer old) {
        if (!book.sees(old, settings.rate())) {
            return;
        }
        ObservedSignIn sight = new ObservedSignIn(name, password, old, clock.instant());
        if (sight.isTooLong()) {
            book.drop("too_long");
            return;
        }
        boolean in = !isClosed() && queue.offer(sight);
        if (!in) {
            book.drop(isClosed() ? "closed" : "full");
        } else if (isClosed()) {
            clear(); // closed meanwhile: nobody would look at it any more
        }
    }

    /** What was found so far. */
    public ShadowReport report() {
        return book.report(clock.instant());
    }

    private void work() {
        try {
            while (!isClosed()) {
                ObservedSignIn next = queue.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    long began = System.nanoTime();
                    look(next);
                    rest(System.nanoTime() - began);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest(long worked) throws InterruptedException {
        long rest = Math.min(settings.rest(worked), LONGEST_REST_NANOS);
        if (rest > 0) {
            closed.await(rest, TimeUnit.NANOSECONDS);
        }
    }

    /** Compares the next one, if there is one. */
    boolean lookAtNext() {
        ObservedSignIn next = queue.poll();
        if (next != null) {
            look(next);
        }
        return next != null;
    }

    private void look(ObservedSignIn sight) {
        if (isLate(sight)) {
            book.drop("late");
            return;
        }
        try {
            book.enter(sight, judge.judge(sight), clock.instant());
        } catch (HashingBusyException e) {
            book.drop("busy");
        } catch (Throwable e) { // also an Error: a thread that ends would go unnoticed
            book.drop("failed");
            LOG.debug("a sign-in could not be compared: {}", e.getClass().getName());
        }
    }

    private void watch() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                letGo();
                tellNowAndThen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of what has waited too long, also while the worker waits for the database. */
    void letGo() {
        for (ObservedSignIn first = queue.peek(); first != null && isLate(first); first = queue.peek()) {
            if (queue.remove(first)) {
                book.drop("late");
            }
        }
    }

    void tellNowAndThen() {
        Instant now = clock.instant();
        if (now.isBefore(linedAt.plus(settings.logEvery()))) {
            return;
        }
        linedAt = now;
        ShadowReport report = report();
        if (report.counts().seen() > lined) {
            lined = report.counts().seen();
            LOG.info(
                    "sign-ins compared with the old application: {}, passwords {}, codes {}",
                    report.counts(),
                    report.passwords(),
                    report.codes());
        }
    }

    private boolean isLate(ObservedSignIn sight) {
        return sight.seenAt().plus(settings.patience()).isBefore(clock.instant());
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void clear() {
        while (queue.poll() != null) {
            book.drop("closed");
        }
    }

    /** Ends after the comparison at hand; what waits is dropped. */
    @Override
    public void close() {
        closed.countDown();
        clear();
        try {
            worker.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clear();
    }
}
