package dev.lockstile.auth.cutover.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls of a legacy system that does not answer: after five failures in a row, for ten seconds; then one call may
 * try. So an outage there costs a person here no waiting, and the legacy system gets no storm when it comes back. Safe
 * for use by many threads.
 */
public final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(10);

    private int failures;
    private @Nullable Instant restUntil;

    /** False while the legacy system is left alone. */
    public synchronized boolean admits(Instant now) {
        if (restUntil == null) {
            return true;
        }
        if (now.isBefore(restUntil)) {
            return false;
        }
        restUntil = now.plus(REST); // a question that is never heard of again lets the next one try after another rest
        return true;
    }

    /** It has answered: the count begins anew. */
    public synchronized void answered() {
        failures = 0;
        restUntil = null;
    }

    /** It has not answered. */
    public synchronized void failed(Instant now) {
        failures = Math.min(failures + 1, FAILURES);
        if (failures >= FAILURES) {
            restUntil = now.plus(REST);
        }
    }
}
