package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a secret, counted as a failure before the comparison, so that N attempts at once are N failures
 * (ZITADEL CVE-2023-47111).
 */
public final class CountedAttempt {

    private final FailureRecorder failures;
    private final AttemptQuota quota;
    private final boolean open;
    private final Permits taken;

    CountedAttempt(FailureRecorder failures, AttemptQuota quota, boolean open, Permits taken) {
        this.failures = failures;
        this.quota = quota;
        this.open = open;
        this.taken = taken;
    }

    /** False while the account is paused: then even a right attempt is answered as a wrong one. */
    public boolean isOpen() {
        return open;
    }

    /** Notes that it was wrong, or came in a pause. */
    public void failed(@Nullable UserInfo user, Instant now) {
        failures.failed(quota, open, user, now);
    }

    /** Sets the counts of all proofs of this person back, in the transaction that lets the person in. */
    public void succeeded(AuthTx tx, UserInfo user, Instant now) {
        failures.clear(tx, quota, user, now);
    }

    /** Sets the one count back that this attempt is counted by: what was proven lets the person in nowhere else. */
    public void succeeded(AuthTx tx, Instant now) {
        failures.clear(tx, quota, now);
    }

    /** Notes that it was right, in a transaction of its own. */
    public void settle(AuthStore store, UserInfo user, Instant now) {
        store.<Boolean>alone(tx -> {
            succeeded(tx, user, now);
            return true;
        });
    }

    /** The machine had no time: given back, unless it was looked at before the time ran out. */
    public void ranOutOfTime(HashingBusyException busy, @Nullable UserInfo user, Instant now) {
        if (busy.wasLookedAt()) {
            failed(user, now);
        } else {
            wasNotChecked();
        }
    }

    /** What it was aimed at is gone: given back, and counted against the client's network alone. */
    public void hadNoTarget(Instant now) {
        wasNotChecked();
        failures.failedWithoutTarget(quota, now);
    }

    /** It was never looked at: the machine had no time. */
    public void wasNotChecked() {
        if (open) {
            giveBack(quota.permits());
        }
    }

    /** It ends in an outage, so that nothing was decided: all that it took is given back. */
    public void wasNotDecided() {
        wasNotChecked();
        giveBack(taken.permits());
    }

    private void giveBack(List<ThrottlePermit> permits) {
        permits.forEach(permit -> quota.counters().giveBack(permit, taken.at()));
    }

    /**
     * What an attempt took beside its budget of failures.
     *
     * @param permits of client and identifier
     * @param at the time of the flow
     */
    record Permits(List<ThrottlePermit> permits, Instant at) {

        Permits {
            permits = List.copyOf(permits);
        }

        static Permits none(Instant at) {
            return new Permits(List.of(), at);
        }
    }
}
