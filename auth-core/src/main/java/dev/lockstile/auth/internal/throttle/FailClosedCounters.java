package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.event.OutageLog;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Counters of the host's that say "unavailable", whatever it is that keeps them from answering (ASVS 16.5.3). */
final class FailClosedCounters implements ThrottleCounters {

    private static final OutageLog FAILURES = new OutageLog(LoggerFactory.getLogger(FailClosedCounters.class));

    private final ThrottleCounters counters;

    FailClosedCounters(ThrottleCounters counters) {
        this.counters = counters;
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        return failClosed(() -> counters.admit(permits, attempt, now));
    }

    @Override
    public List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now) {
        return failClosed(() -> counters.recordFailure(bucket, spacing, permits, now));
    }

    @Override
    public void release(String bucket) {
        failClosed(() -> {
            counters.release(bucket);
            return true;
        });
    }

    @Override
    public void giveBack(ThrottlePermit permit, Instant takenAt) {
        failClosed(() -> {
            counters.giveBack(permit, takenAt);
            return true;
        });
    }

    @Override
    public void close(Collection<String> buckets, Instant until) {
        failClosed(() -> {
            counters.close(buckets, until);
            return true;
        });
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        counters.clear(tx, buckets, now);
    }

    @Override
    public int purge(Instant now, int max) {
        return failClosed(() -> counters.purge(now, max));
    }

    /** Runs a call of counters; a failure of any kind is logged and becomes "unavailable". */
    static <R> R failClosed(Supplier<R> call) {
        try {
            return call.get();
        } catch (StoreUnavailableException e) {
            FAILURES.error("the throttle counters are unavailable", e);
            throw e;
        } catch (ConnectionHeldException e) {
            throw e; // a mistake of the caller, no fault of the counters
        } catch (RuntimeException e) {
            FAILURES.error("the throttle counters failed", e);
            throw new StoreUnavailableException("the throttle counters failed", e);
        }
    }
}
