package dev.lockstile.auth.throttle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker for calls of a service, such as a message provider or a legacy system. After a number of
 * consecutive failures calls are rejected for a time; then one probe is admitted. Requests do not wait during an
 * outage, and the service is not flooded when it recovers. The state is local to the node. Safe for use by many
 * threads.
 */
public final class CircuitBreaker {

    private final int failuresToOpen;
    private final Duration rest;
    private final Duration longestRest;
    private int failures;
    private @Nullable Instant restUntil;

    /**
     * Creates a breaker that stays open longer where the service requests it.
     *
     * @param failuresToOpen number of consecutive failures that open the circuit
     * @param rest how long it stays open
     * @param longestRest maximum time for which it stays open where the service requests one
     */
    public CircuitBreaker(int failuresToOpen, Duration rest, Duration longestRest) {
        this.failuresToOpen = failuresToOpen;
        this.rest = rest;
        this.longestRest = longestRest;
    }

    /**
     * Creates a breaker that stays open for a fixed time.
     *
     * @param failuresToOpen number of consecutive failures that open the circuit
     * @param rest how long it stays open
     */
    public CircuitBreaker(int failuresToOpen, Duration rest) {
        this(failuresToOpen, rest, rest);
    }

    /**
     * {@return whether a call may be made now} After the open time only one caller is admitted, until its call has
     * succeeded.
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
     * Returns an unused admission, so that the next call can be the probe.
     *
     * @param now the time of the call, by the caller's clock
     */
    public synchronized void release(Instant now) {
        if (restUntil != null && failures >= failuresToOpen && !now.plus(rest).isAfter(restUntil)) {
            restUntil = now;
        }
    }

    /** Records a success, which resets the count of failures. */
    public synchronized void succeeded() {
        failures = 0;
        restUntil = null;
    }

    /**
     * Records a failure.
     *
     * @param now the time of the call, by the caller's clock
     */
    public void failed(Instant now) {
        failed(Duration.ZERO, now);
    }

    /**
     * Records a failure after which the service requests a pause.
     *
     * @param retryAfter the requested pause; zero for none
     * @param now the time of the call, by the caller's clock
     */
    public synchronized void failed(Duration retryAfter, Instant now) {
        failures = Math.min(failures + 1, failuresToOpen);
        open(retryAfter, now);
    }

    /**
     * Opens the circuit at once, for a service that is known not to work.
     *
     * @param retryAfter the requested pause; zero for none
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
