package dev.lockstile.auth.migrate.adopt;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leaves an old system in peace that does not answer: after five failures in a row, for ten seconds; then one question
 * may try. So an outage there costs a person here no waiting, and the old system no storm when it comes back.
 */
final class Fuse {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(10);

    private int failures;
    private @Nullable Instant restUntil;

    synchronized boolean admits(Instant now) {
        if (restUntil == null) {
            return true;
        }
        if (now.isBefore(restUntil)) {
            return false;
        }
        restUntil = now.plus(REST); // a question that is never heard of again lets the next one try after another rest
        return true;
    }

    synchronized void answered() {
        failures = 0;
        restUntil = null;
    }

    synchronized void failed(Instant now) {
        failures = Math.min(failures + 1, FAILURES);
        if (failures >= FAILURES) {
            restUntil = now.plus(REST);
        }
    }
}
