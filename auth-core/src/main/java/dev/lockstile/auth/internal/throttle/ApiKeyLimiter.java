package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps a program that calls without end from the database. Each node counts for itself, as for refreshes. */
public final class ApiKeyLimiter {

    private static final int KEYS = 100_000;

    private final RateLimitPermits permits;
    private final ThrottleCounters counters;

    ApiKeyLimiter(RateLimitPermits permits) {
        this.permits = permits;
        this.counters = ThrottleCounters.inProcess(KEYS);
    }

    /**
     * When to try again; empty when the use may go on. Only for keys that carry our MAC. Counts by secret, so that uses of
     * a replaced one leave those of the live one.
     */
    public Optional<Instant> refusal(String digest, Instant now) {
        Optional<ThrottlePermit> one = permits.permit(RateLimit.API_KEY_USE, digest);
        return one.flatMap(wanted ->
                Optional.ofNullable(counters.admit(List.of(wanted), null, now).retryAt()));
    }
}
