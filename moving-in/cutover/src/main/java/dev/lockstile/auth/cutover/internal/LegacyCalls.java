package dev.lockstile.auth.cutover.internal;

import dev.lockstile.auth.imports.source.PeopleLookup;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.throttle.CircuitBreaker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds what is asked of a legacy system: at most 16 calls at the same time, and none while it is left alone after
 * five failures in a row, for ten seconds. Each call ends by a deadline of its own, and its permit with it. Safe for
 * use by many threads.
 */
public final class LegacyCalls {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyCalls.class);
    private static final int AT_ONCE = 16;
    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(10);

    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final CircuitBreaker breaker = new CircuitBreaker(FAILURES, REST);

    /**
     * What the legacy system said; empty when it did not, was not asked, or said more than was read. The last is no
     * outage: otherwise a person who can add rows over there could stop the calls about all others.
     */
    public <T> Optional<T> ask(InstantSource clock, Supplier<T> call) {
        if (!breaker.admits(clock.instant())) {
            return Optional.empty();
        }
        if (!permits.tryAcquire()) {
            breaker.release(clock.instant());
            return Optional.empty();
        }
        try {
            T answer = call.get();
            breaker.succeeded();
            return Optional.of(answer);
        } catch (PeopleLookup.TooLargeException e) {
            breaker.succeeded();
            LOG.warn("the answer of the legacy system was cut short, so it counts as unknown: {}", e.getMessage());
            return Optional.empty();
        } catch (SourceUnusableException e) {
            breaker.failed(clock.instant());
            LOG.warn("the legacy system does not answer: {}", e.getMessage());
            return Optional.empty();
        } finally {
            permits.release();
        }
    }
}
