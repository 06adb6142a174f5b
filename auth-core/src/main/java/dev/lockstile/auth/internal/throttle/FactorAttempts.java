package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.List;

/**
 * Counts attempts at the second factor of an account, over all its challenges and step-ups (NIST SP 800-63B-4 3.2.2). Each
 * counts before it is looked at. From the settings' {@code pauseAt} on there is one attempt in each pause. Only a right second
 * factor sets the count back: whoever has the password would otherwise guess without end.
 */
public final class FactorAttempts {

    private final RateLimitPermits permits;
    private final ThrottleCounters counters;

    FactorAttempts(RateLimitPermits permits, ThrottleCounters counters) {
        this.permits = permits;
        this.counters = counters;
    }

    /**
     * Counts an attempt. While the account is paused even a right code of an application is answered as a wrong one. What
     * nobody guesses, such as a passkey or a recovery code of 120 bits, is let through: its owner has nothing else left when
     * somebody who has the password keeps the account paused.
     *
     * @param guessable a code of an application, or a shorter recovery code of an import
     * @return false while the account is paused
     */
    public boolean admits(UserId user, boolean guessable, Instant now) {
        boolean granted = permits.settings()
                .failures()
                .map(limits ->
                        counters.admit(List.of(permit(user, limits)), null, now).isGranted())
                .orElse(true);
        return granted || !guessable;
    }

    /** Sets the count back, in the transaction that lets the person in. */
    public void succeeded(AuthTx tx, UserId user, Instant now) {
        if (permits.settings().failures().isPresent()) {
            counters.clear(tx, List.of(bucket(user)), now);
        }
    }

    private ThrottlePermit permit(UserId user, FailureSettings limits) {
        ProgressiveDelay pause = ProgressiveDelay.from(limits.pauseAt(), limits.pause());
        return new ThrottlePermit(bucket(user), limits.ceiling(), limits.memory(), pause, true);
    }

    private String bucket(UserId user) {
        return permits.bucket("FAILURES_SECOND_FACTOR", LoginAttemptLimiter.subject(user));
    }
}
