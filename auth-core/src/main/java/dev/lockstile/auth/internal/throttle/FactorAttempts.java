package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts attempts at the second factor of an account, over all its challenges and step-ups (NIST SP 800-63B-4 3.2.2).
 * Each counts before it is looked at. From the settings' {@code pauseAt} on there is one attempt in each pause. Only a
 * right second factor sets the count back: an attacker with the password would otherwise guess without end.
 */
public final class FactorAttempts {

    /**
     * Tries of one session in a row: a stolen access token neither guesses for long nor pauses the owner's sign-ins.
     */
    private static final int IN_A_SESSION = 5;

    private static final Duration SESSION_MEMORY = Duration.ofDays(30);
    /**
     * Where the host counts no failures, so many tries in a month are looked at all the same: a code has six digits.
     */
    private static final FailureSettings UNCOUNTED = FailureSettings.owasp();

    private final RateLimitPermits permits;
    private final ThrottleCounters counters;

    FactorAttempts(RateLimitPermits permits, ThrottleCounters counters) {
        this.permits = permits;
        this.counters = counters;
    }

    /**
     * Counts an attempt. While the account is paused even a right code of an application is answered as a wrong one.
     * What cannot be guessed, such as a passkey or a recovery code of 120 bits, is let through: its owner has nothing
     * else left when an attacker with the password keeps the account paused.
     *
     * @param guessable a code of an application, or a shorter recovery code of an import
     * @return false while the account is paused
     */
    public boolean admits(UserId user, boolean guessable, Instant now) {
        boolean granted = counters.admit(List.of(permit(user)), null, now).isGranted();
        return granted || !guessable;
    }

    /**
     * Counts an attempt at a step-up: first for the session, and for the account only while the session has tries left.
     *
     * @return false when the session has used up its tries, until a right one or a new sign-in; or while the account is
     *     paused
     */
    public boolean admitsStepUp(Caller caller, boolean guessable, Instant now) {
        ThrottlePermit own = ThrottlePermit.of(bucket(caller.session()), IN_A_SESSION, SESSION_MEMORY);
        boolean left = counters.admit(List.of(own), null, now).isGranted();
        return left ? admits(caller.user(), guessable, now) : !guessable;
    }

    /** Sets the counts of the account and the session back, in the transaction of a right step-up. */
    public void succeeded(AuthTx tx, Caller caller, Instant now) {
        counters.clear(
                tx,
                Stream.of(bucket(caller.session()), bucket(caller.user()))
                        .sorted()
                        .toList(),
                now);
    }

    /** Sets the count back, in the transaction that lets the person in. */
    public void succeeded(AuthTx tx, UserId user, Instant now) {
        counters.clear(tx, List.of(bucket(user)), now);
    }

    /** Without a pause where the host counts no failures, and never without a limit. */
    private ThrottlePermit permit(UserId user) {
        Optional<FailureSettings> set = permits.settings().failures();
        FailureSettings limits = set.orElse(UNCOUNTED);
        if (set.isEmpty()) {
            return ThrottlePermit.of(bucket(user), limits.ceiling(), limits.memory());
        }
        ProgressiveDelay pause = ProgressiveDelay.from(limits.pauseAt(), limits.pause());
        return new ThrottlePermit(bucket(user), limits.ceiling(), limits.memory(), pause, true);
    }

    private String bucket(SessionId session) {
        return permits.bucket("STEP_UP_FACTOR", session.value());
    }

    private String bucket(UserId user) {
        return permits.bucket("FAILURES_SECOND_FACTOR", AttemptRequest.subject(user));
    }
}
