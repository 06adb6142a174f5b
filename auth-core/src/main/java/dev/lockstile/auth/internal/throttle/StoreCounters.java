package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottleStore;
import dev.lockstile.auth.throttle.PermitResult;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counters in the host's database: every verb a short transaction of its own, so that what was counted stays counted.
 * All flows ask for their places in one order, from the client to the whole, so that two never wait for each other.
 */
public final class StoreCounters implements ThrottleCounters {

    private final AuthStore store;

    public StoreCounters(AuthStore store) {
        this.store = store;
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> places, @Nullable ThrottlePermit attempt, Instant now) {
        if (places.isEmpty() && attempt == null) {
            return PermitResult.granted(false);
        }
        try {
            return store.alone(tx -> admit(tx.throttles(), places, attempt, now));
        } catch (FullException e) {
            return e.refusal;
        }
    }

    private static PermitResult admit(
            ThrottleStore counters, List<ThrottlePermit> places, @Nullable ThrottlePermit attempt, Instant now) {
        for (ThrottlePermit place : places) {
            if (!counters.take(place, now)) {
                throw new FullException(PermitResult.refused(place, counters.opensAt(place, now)));
            }
        }
        return PermitResult.granted(attempt != null && counters.take(attempt, now));
    }

    @Override
    public List<PermitResult> miss(String bucket, ProgressiveDelay spacing, List<ThrottlePermit> places, Instant now) {
        return store.alone(tx -> {
            List<PermitResult> full = new ArrayList<>();
            tx.throttles().delay(bucket, spacing, now);
            for (ThrottlePermit place : places) {
                if (!tx.throttles().take(place, now)) {
                    full.add(PermitResult.refused(place, tx.throttles().opensAt(place, now)));
                }
            }
            return full;
        });
    }

    @Override
    public void giveBack(String bucket) {
        store.<Boolean>alone(tx -> {
            tx.throttles().giveBack(bucket);
            return true;
        });
    }

    @Override
    public void close(Collection<String> buckets, Instant until) {
        store.<Boolean>alone(tx -> {
            buckets.forEach(bucket -> tx.throttles().close(bucket, until));
            return true;
        });
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        tx.throttles().clear(buckets, now);
    }

    @Override
    public int purge(Instant now, int max) {
        return store.<Integer>alone(tx -> tx.throttles().purge(now, max));
    }

    /** Rolls back what was taken before the place that was not to be had. */
    private static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient PermitResult refusal;

        FullException(PermitResult refusal) {
            super("no place", null, false, false);
            this.refusal = refusal;
        }
    }
}
