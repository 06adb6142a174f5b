package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a client that refreshes without end from the database. Each node counts for itself: who wins a refresh is
 * decided by the store in any case, and a shared counter would cost what it is to save.
 */
public final class RefreshLimiter {

    private static final int SESSIONS = 100_000;

    private final RateLimitPermits permits;
    private final ThrottleCounters counters;

    RefreshLimiter(RateLimitPermits permits, OperationPermits taken) {
        this.permits = permits;
        this.counters = taken.noting(ThrottleCounters.inProcess(SESSIONS));
    }

    /** When to try again; empty when the refresh may go on. Only for sessions whose token carries our MAC. */
    public Optional<Instant> refusal(SessionId session, Instant now) {
        Optional<ThrottlePermit> one = permits.permit(RateLimit.TOKEN_REFRESH_SESSION, session.value());
        return one.flatMap(wanted ->
                Optional.ofNullable(counters.admit(List.of(wanted), null, now).retryAt()));
    }
}
