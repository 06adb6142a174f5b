package dev.lockstile.auth.internal.throttle;

import static dev.lockstile.auth.internal.throttle.FailClosedCounters.failClosed;

import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottleStore;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counters in the host's database: every verb a short transaction of its own, so that what was counted stays counted. A
 * database that does not answer is "unavailable" (ASVS 16.5.3).
 *
 * <p> * All flows ask for their permits in one order, from the client to the whole, so that two never wait for each
 * other.
 */
public final class StoreCounters implements ThrottleCounters {

    private final AuthStore store;

    public StoreCounters(AuthStore store) {
        this.store = store;
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        if (permits.isEmpty() && attempt == null) {
            return PermitResult.granted(false);
        }
        return failClosed(() -> {
            try {
                return store.alone(tx -> admit(tx.throttles(), permits, attempt, now));
            } catch (FullException e) {
                return e.refusal;
            }
        });
    }

    private static PermitResult admit(
            ThrottleStore counters, List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        for (ThrottlePermit permit : permits) {
            if (!counters.take(permit, now)) {
                throw new FullException(PermitResult.refused(permit, counters.opensAt(permit, now)));
            }
        }
        return PermitResult.granted(attempt != null && counters.take(attempt, now));
    }

    @Override
    public List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now) {
        return failClosed(() -> store.alone(tx -> {
            List<PermitResult> full = new ArrayList<>();
            tx.throttles().delay(bucket, spacing, now);
            for (ThrottlePermit permit : permits) {
                if (!tx.throttles().take(permit, now)) {
                    full.add(PermitResult.refused(permit, tx.throttles().opensAt(permit, now)));
                }
            }
            return full;
        }));
    }

    @Override
    public void release(String bucket) {
        failClosed(() -> store.<Boolean>alone(tx -> {
            tx.throttles().release(bucket);
            return true;
        }));
    }

    @Override
    public void giveBack(ThrottlePermit permit, Instant takenAt) {
        failClosed(() -> store.<Boolean>alone(tx -> {
            tx.throttles().giveBack(permit, takenAt);
            return true;
        }));
    }

    @Override
    public void close(Collection<String> buckets, Instant until) {
        failClosed(() -> store.<Boolean>alone(tx -> {
            buckets.forEach(bucket -> tx.throttles().close(bucket, until));
            return true;
        }));
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        tx.throttles().clear(buckets, now);
    }

    @Override
    public int purge(Instant now, int max) {
        return failClosed(() -> store.<Integer>alone(tx -> tx.throttles().purge(now, max)));
    }

    /** Rolls back what was taken before the permit that was not to be had. */
    private static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient PermitResult refusal;

        FullException(PermitResult refusal) {
            super("no permit", null, false, false);
            this.refusal = refusal;
        }
    }
}
