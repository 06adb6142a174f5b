package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.internal.event.FlowWatch;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same counters, with each permit that they refuse told to observers by the name of its limit. */
record WatchedCounters(ThrottleCounters counters, FlowWatch flows) implements ThrottleCounters {

    static ThrottleCounters of(ThrottleCounters counters, FlowWatch flows) {
        return flows.isIdle() ? counters : new WatchedCounters(counters, flows);
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        PermitResult result = counters.admit(permits, attempt, now);
        ThrottlePermit full = result.full();
        String limit = full == null ? null : LimitNames.ofBucket(full.bucket());
        if (limit != null) {
            flows.limited(limit);
        }
        return result;
    }

    @Override
    public List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now) {
        return counters.recordFailure(bucket, spacing, permits, now);
    }

    @Override
    public void release(String bucket) {
        counters.release(bucket);
    }

    @Override
    public void giveBack(ThrottlePermit permit, Instant takenAt) {
        counters.giveBack(permit, takenAt);
    }

    @Override
    public void close(Collection<String> buckets, Instant until) {
        counters.close(buckets, until);
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        counters.clear(tx, buckets, now);
    }

    @Override
    public int purge(Instant now, int max) {
        return counters.purge(now, max);
    }
}
