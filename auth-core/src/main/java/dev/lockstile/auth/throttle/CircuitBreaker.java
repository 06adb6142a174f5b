package dev.lockstile.auth.throttle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls of a service that does not answer, such as a message provider or a legacy system: after so many failures
 * in a row it is left alone for a while, then one call may try. So an outage costs people here no waiting, and the
 * service gets no storm when it comes back. Each node learns for itself. Safe for use by many threads.
 */
public final class CircuitBreaker {

    private final int failuresToOpen;
    private final Duration rest;
    private final Duration longestRest;
    private int failures;
    private @Nullable Instant restUntil;

    /**
     * Opens after so many failures in a row, and rests longer where the service asks for it.
     *
     * @param failuresToOpen how many failures in a row open the circuit
     * @param rest how long it stays open
     * @param longestRest how long at most it stays open where the service asks for a time
     */
    public CircuitBreaker(int failuresToOpen, Duration rest, Duration longestRest) {
        this.failuresToOpen = failuresToOpen;
        this.rest = rest;
        this.longestRest = longestRest;
    }

    /**
     * Opens after so many failures in a row, each time for that long.
     *
     * @param failuresToOpen how many failures in a row open the circuit
     * @param rest how long it stays open
     */
    public CircuitBreaker(int failuresToOpen, Duration rest) {
        this(failuresToOpen, rest, rest);
    }

    /**
     * {@return whether a call may be made now} After a rest only the first to ask may, until it has succeeded.
     *
     * @param now the time of the call, by the caller's clock
     */
    public synchronized boolean admits(Instant now) {
        if (restUntil == null) {
            return true;
        }
        if (now.isBefore(restUntil)) {
            return false;
        }
        restUntil = now.plus(rest); // a probe that is never heard of again lets the next one in after another rest
        return true;
    }

    /**
     * Gives back an admission that was not used, so that the next call may be the probe.
     *
     * @param now the time of the call, by the caller's clock
     */
    public synchronized void release(Instant now) {
        if (restUntil != null && failures >= failuresToOpen && !now.plus(rest).isAfter(restUntil)) {
            restUntil = now;
        }
    }

    /** It has answered: the count begins anew. */
    public synchronized void succeeded() {
        failures = 0;
        restUntil = null;
    }

    /**
     * It has not answered.
     *
     * @param now the time of the call, by the caller's clock
     */
    public void failed(Instant now) {
        failed(Duration.ZERO, now);
    }

    /**
     * It has not answered, and asks to be left alone.
     *
     * @param retryAfter for how long; zero when it did not say
     * @param now the time of the call, by the caller's clock
     */
    public synchronized void failed(Duration retryAfter, Instant now) {
        failures = Math.min(failures + 1, failuresToOpen);
        open(retryAfter, now);
    }

    /**
     * It is known not to work: as many failures as open the circuit, whatever came before.
     *
     * @param retryAfter for how long; zero when it did not say
     * @param now the time of the call, by the caller's clock
     */
    public synchronized void broken(Duration retryAfter, Instant now) {
        failures = failuresToOpen;
        open(retryAfter, now);
    }

    private void open(Duration retryAfter, Instant now) {
        if (!retryAfter.isZero()) {
            restAtLeast(retryAfter.compareTo(longestRest) < 0 ? retryAfter : longestRest, now);
        } else if (failures >= failuresToOpen) {
            restAtLeast(rest, now);
        }
    }

    private void restAtLeast(Duration length, Instant now) {
        Instant until = now.plus(length);
        if (restUntil == null || restUntil.isBefore(until)) {
            restUntil = until;
        }
    }
}
