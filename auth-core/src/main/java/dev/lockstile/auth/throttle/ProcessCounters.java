package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottleStore.ThrottleBucket;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counters of one process, of bounded size: without room for another bucket its request is refused. */
final class ProcessCounters implements ThrottleCounters {

    private static final int ROOM_FOR = 1000;

    private final int most;
    private final Map<String, ThrottleBucket> held = new HashMap<>();

    ProcessCounters(int most) {
        this.most = most;
    }

    @Override
    public synchronized PermitResult admit(
            List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
        for (ThrottlePermit permit : permits) {
            if (!hasRoom(permit, now)) {
                return refusal(permit, now);
            }
        }
        permits.forEach(permit -> take(permit, now));
        boolean may = attempt != null && hasRoom(attempt, now);
        if (attempt != null && may) {
            take(attempt, now);
        }
        return PermitResult.granted(may);
    }

    @Override
    public synchronized List<PermitResult> recordFailure(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now) {
        held.computeIfPresent(bucket, (key, known) -> known.delay(spacing, now));
        List<PermitResult> full = new ArrayList<>();
        for (ThrottlePermit permit : permits) {
            if (hasRoom(permit, now)) {
                take(permit, now);
            } else {
                full.add(refusal(permit, now));
            }
        }
        return full;
    }

    @Override
    public synchronized void release(String bucket) {
        held.computeIfPresent(bucket, (key, known) -> known.release());
    }

    @Override
    public synchronized void giveBack(ThrottlePermit permit, Instant takenAt) {
        held.computeIfPresent(permit.bucket(), (key, known) -> known.without(permit, takenAt));
    }

    @Override
    public synchronized void close(Collection<String> buckets, Instant until) {
        buckets.forEach(bucket -> held.computeIfPresent(bucket, (key, known) -> known.closedUntil(until)));
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        tx.afterCommit(() -> forget(buckets));
    }

    @Override
    public synchronized int purge(Instant now, int max) {
        List<String> spent = held.entrySet().stream()
                .filter(entry -> entry.getValue().isSpent(now))
                .limit(max)
                .map(Map.Entry::getKey)
                .toList();
        spent.forEach(held::remove);
        return spent.size();
    }

    private synchronized void forget(Collection<String> buckets) {
        buckets.forEach(held::remove);
    }

    private boolean hasRoom(ThrottlePermit permit, Instant now) {
        ThrottleBucket known = held.get(permit.bucket());
        if (known != null) {
            return known.hasRoom(permit, now);
        }
        if (held.size() >= most) {
            purge(now, ROOM_FOR);
        }
        return permit.limit() > 0 && held.size() < most;
    }

    private void take(ThrottlePermit permit, Instant now) {
        held.merge(permit.bucket(), ThrottleBucket.first(permit, now), (known, first) -> known.take(permit, now));
    }

    private PermitResult refusal(ThrottlePermit permit, Instant now) {
        ThrottleBucket known = held.get(permit.bucket());
        return PermitResult.refused(permit, known == null ? now.plus(permit.window()) : known.opensAt(permit, now));
    }
}
