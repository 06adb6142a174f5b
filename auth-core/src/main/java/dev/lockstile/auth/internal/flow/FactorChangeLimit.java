package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.internal.throttle.AttemptRequest;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How often the owner of an account changes its ways to sign in. A change that begins and is confirmed takes its permit
 * where it begins. A removal takes none: there are no more of them than additions, and an owner whose permits a stolen
 * session has used up must be able to remove what that session added.
 */
public final class FactorChangeLimit {

    private final FlowContext context;

    public FactorChangeLimit(FlowContext context) {
        this.context = context;
    }

    /**
     * Runs a change once a permit is taken.
     *
     * @param obstacle why the caller may not make the change; then none of the account's permits is taken
     */
    public <T> Outcome<T> over(
            Caller caller, Instant now, Function<AuthTx, Optional<Refusal>> obstacle, Supplier<Outcome<T>> change) {
        Optional<Refusal> refusal = context.store().read(obstacle::apply);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<Instant> retryAt = retryAt(caller, now);
        return retryAt.isPresent() ? Outcome.refused(Refusal.THROTTLED, retryAt.get()) : change.get();
    }

    /** Takes a permit of the caller's account; when there is none, the moment of the next. */
    public Optional<Instant> retryAt(Caller caller, Instant now) {
        PermitRequest permits = new PermitRequest(
                null, null, List.of(RateLimit.FACTOR_CHANGE_USER), AttemptRequest.subject(caller.user()));
        return context.limiters().requests().refusal(permits, now);
    }
}
