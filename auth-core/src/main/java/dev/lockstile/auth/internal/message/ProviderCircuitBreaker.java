package dev.lockstile.auth.internal.message;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a provider in peace that does not work: after five failures in a row, for 30 seconds; after a word of the
 * provider's own, for as long as it asked, five minutes at most. Then one message may try; if that goes well, all may.
 *
 * <p>Each node learns for itself, so nothing is shared and nothing has to be cleaned up.
 */
final class ProviderCircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private int failures;
    private @Nullable Instant restUntil;

    /** Whether a message may be tried now. After a rest only the first to ask may, until it has succeeded. */
    synchronized boolean admits(Instant now) {
        if (restUntil == null) {
            return true;
        }
        if (now.isBefore(restUntil)) {
            return false;
        }
        // A probe that is never heard of again lets the next one in after another rest.
        restUntil = now.plus(REST);
        return true;
    }

    /** Gives back an admission that was not used, so that the next message may be the probe. */
    synchronized void release(Instant now) {
        if (restUntil != null && failures >= FAILURES && !now.plus(REST).isAfter(restUntil)) {
            restUntil = now;
        }
    }

    synchronized void succeeded() {
        failures = 0;
        restUntil = null;
    }

    /** @param failure of the provider or the moment, not of the message */
    synchronized void failed(FailedSend failure, Instant now) {
        failures = failure.fault() == FailedSend.Fault.PROVIDER ? FAILURES : Math.min(failures + 1, FAILURES);
        if (!failure.retryAfter().isZero()) {
            rest(shorter(failure.retryAfter(), LONGEST_REST), now);
        } else if (failures >= FAILURES) {
            rest(REST, now);
        }
    }

    private void rest(Duration length, Instant now) {
        Instant until = now.plus(length);
        if (restUntil == null || restUntil.isBefore(until)) {
            restUntil = until;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
