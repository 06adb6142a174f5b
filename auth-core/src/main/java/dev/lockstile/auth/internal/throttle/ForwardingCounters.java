package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands each call on to other counters. */
abstract class ForwardingCounters implements ThrottleCounters {

    final ThrottleCounters counters;

    ForwardingCounters(ThrottleCounters counters) {
        this.counters = counters;
    }

    @Override
    public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        return counters.admit(permits, attempt, now);
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
