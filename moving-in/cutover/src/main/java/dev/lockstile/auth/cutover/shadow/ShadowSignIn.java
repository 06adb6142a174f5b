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
 * Compares sign-ins answered by the source application with the answer the target would give. The host passes in what
 * was typed and what the source application answered, after it has answered.
 *
 * <p>Has no effect on users: counts no attempt, opens no session, publishes no event, sends no message, upgrades no
 * hash and imports no account. A sign-in is neither delayed nor failed: submissions are queued without waiting, and one
 * thread compares them within a bounded share of a processor, one database connection and, with just-in-time migration,
 * one connection to the source. A second thread removes expired submissions. Submissions beyond the queue's capacity or
 * the length limit are dropped and counted. A password is held at most {@link ShadowSettings#patience} in the queue and
 * then only during the comparison; it appears in no log and no report, and log lines have counts alone.
 *
 * <p>Each node has its own. Safe for use by many threads.
 */
public final class ShadowSignIn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowSignIn.class);
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final AnswerPrediction prediction;
    private final ShadowSettings settings;
    private final Clock clock;
    private final ShadowStatistics statistics;
    private final BlockingQueue<ObservedSignIn> queue;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread worker = new Thread(this::work, "lockstile-shadow");
    private final Thread watch = new Thread(this::watch, "lockstile-shadow-watch");
    private Instant loggedAt;
    private long loggedCount;

    ShadowSignIn(AnswerPrediction prediction, ShadowSettings settings, Clock clock) {
        this.prediction = prediction;
        this.settings = settings;
        this.clock = clock;
        this.loggedAt = clock.instant();
        this.statistics = new ShadowStatistics(loggedAt);
        this.queue = new LinkedBlockingQueue<>(settings.queueSize());
    }

    /**
     * Starts comparing with what this {@code Auth} would answer; its source system, if it has one, is queried too.
     *
     * @param auth answers for the target; nothing that it does is changed
     * @param settings how much is compared, and at what price
     * @return what is given the sign-ins; to be closed by the host
     */
    public static ShadowSignIn start(Auth auth, ShadowSettings settings) {
        return new ShadowSignIn(new AnswerPrediction(auth.dryRun(), null), settings, Clock.systemUTC()).begin();
    }

    /**
     * Starts comparing with the ledger of an import, so that {@link LegacyAnswer#about} tells whether both sides mean
     * the same person.
     *
     * @param auth answers for the target; nothing that it does is changed
     * @param ledger with the preset and system of the import
     * @param settings how much is compared, and at what price
     * @return what is given the sign-ins; to be closed by the host
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
     * Submits a sign-in with a password. Returns at once.
     *
     * @param name as typed; null, like a null password, for a request without one
     * @param password as typed
     * @param old what the source application answered
     */
    public void compare(@Nullable String name, @Nullable Secret password, LegacyAnswer old) {
        if (name != null && password != null) {
            submit(name, password, old);
        }
    }

    /**
     * Submits a sign-in with a code, or a request for one: compares whether the address or number leads to the same
     * person in the target. The code itself is known to the source application alone. Returns at once.
     *
     * @param addressOrNumber as typed; null for a request without one
     * @param old what the source application answered
     */
    public void compareCode(@Nullable String addressOrNumber, LegacyAnswer old) {
        if (addressOrNumber != null) {
            submit(addressOrNumber, null, old);
        }
    }

    private void submit(String name, @Nullable Secret password, LegacyAnswer old) {
        if (!statistics.sees(old, settings.rate())) {
            return;
        }
        ObservedSignIn observed = new ObservedSignIn(name, password, old, clock.instant());
        if (observed.isTooLong()) {
            statistics.drop("too_long");
            return;
        }
        boolean in = !isClosed() && queue.offer(observed);
        if (!in) {
            statistics.drop(isClosed() ? "closed" : "full");
        } else if (isClosed()) {
            clear(); // closed meanwhile: no thread reads the queue any more
        }
    }

    /** {@return the results so far} */
    public ShadowReport report() {
        return statistics.report(clock.instant());
    }

    private void work() {
        try {
            while (!isClosed()) {
                ObservedSignIn next = queue.poll(1, TimeUnit.SECONDS);
                if (next != null) {
                    long began = System.nanoTime();
                    compareNow(next);
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

    /** Compares the next submission, if there is one. */
    boolean compareNext() {
        ObservedSignIn next = queue.poll();
        if (next != null) {
            compareNow(next);
        }
        return next != null;
    }

    private void compareNow(ObservedSignIn observed) {
        if (isLate(observed)) {
            statistics.drop("late");
            return;
        }
        try {
            statistics.enter(observed, prediction.judge(observed), clock.instant());
        } catch (HashingBusyException e) {
            statistics.drop("busy");
        } catch (Throwable e) { // also an Error: a thread that ends would go unnoticed
            statistics.drop("failed");
            LOG.debug("a sign-in could not be compared: {}", e.getClass().getName());
        }
    }

    private void watch() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                dropExpired();
                logRegularly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes expired submissions, also while the worker waits for the database. */
    void dropExpired() {
        for (ObservedSignIn first = queue.peek(); first != null && isLate(first); first = queue.peek()) {
            if (queue.remove(first)) {
                statistics.drop("late");
            }
        }
    }

    void logRegularly() {
        Instant now = clock.instant();
        if (now.isBefore(loggedAt.plus(settings.logEvery()))) {
            return;
        }
        loggedAt = now;
        ShadowReport report = report();
        if (report.counts().seen() > loggedCount) {
            loggedCount = report.counts().seen();
            LOG.info(
                    "sign-ins compared with the old application: {}, passwords {}, codes {}",
                    report.counts(),
                    report.passwords(),
                    report.codes());
        }
    }

    private boolean isLate(ObservedSignIn observed) {
        return observed.seenAt().plus(settings.patience()).isBefore(clock.instant());
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void clear() {
        while (queue.poll() != null) {
            statistics.drop("closed");
        }
    }

    /** Ends after the current comparison; queued submissions are dropped. */
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
