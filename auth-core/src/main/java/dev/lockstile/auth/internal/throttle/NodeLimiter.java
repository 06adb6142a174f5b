package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a client that refreshes, or a program that calls, without end from the database. Each node counts for itself:
 * the store decides who wins in any case, and a shared counter would cost what it is to save.
 */
public final class NodeLimiter {

    private static final int SUBJECTS = 100_000;

    private final RateLimit limit;
    private final RateLimitPermits permits;
    private final ThrottleCounters counters;

    NodeLimiter(RateLimit limit, RateLimitPermits permits, ThrottleCounters counters) {
        this.limit = limit;
        this.permits = permits;
        this.counters = counters;
    }

    /** Counters of this node alone. */
    static ThrottleCounters counters() {
        return ThrottleCounters.inProcess(SUBJECTS);
    }

    /**
     * When to try again; empty when the request may go on.
     *
     * @param subject what is counted, out of a token that carries our MAC
     */
    public Optional<Instant> refusal(String subject, Instant now) {
        Optional<ThrottlePermit> one = permits.permit(limit, subject);
        return one.flatMap(wanted ->
                Optional.ofNullable(counters.admit(List.of(wanted), null, now).retryAt()));
    }
}
