package dev.lockstile.auth.throttle;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottleBucket;
import dev.lockstile.auth.store.ThrottlePermit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counters of one process, of bounded size: when there is no room for another bucket, whoever needs one is refused. */
final class ProcessCounters implements ThrottleCounters {

    private static final int ROOM_FOR = 1000;

    private final int most;
    private final Map<String, ThrottleBucket> tallies = new HashMap<>();

    ProcessCounters(int most) {
        this.most = most;
    }

    @Override
    public synchronized PermitResult admit(List<ThrottlePermit> places, @Nullable ThrottlePermit guess, Instant now) {
        for (ThrottlePermit place : places) {
            if (!hasRoom(place, now)) {
                return refusal(place, now);
            }
        }
        places.forEach(place -> take(place, now));
        boolean may = guess != null && hasRoom(guess, now);
        if (guess != null && may) {
            take(guess, now);
        }
        return PermitResult.granted(may);
    }

    @Override
    public synchronized List<PermitResult> miss(
            String bucket, ProgressiveDelay spacing, List<ThrottlePermit> places, Instant now) {
        tallies.computeIfPresent(bucket, (key, runCounts) -> runCounts.delay(spacing, now));
        List<PermitResult> full = new ArrayList<>();
        for (ThrottlePermit place : places) {
            if (hasRoom(place, now)) {
                take(place, now);
            } else {
                full.add(refusal(place, now));
            }
        }
        return full;
    }

    @Override
    public synchronized void giveBack(String bucket) {
        tallies.computeIfPresent(bucket, (key, runCounts) -> runCounts.giveBack());
    }

    @Override
    public synchronized void close(Collection<String> buckets, Instant until) {
        buckets.forEach(bucket -> tallies.computeIfPresent(bucket, (key, runCounts) -> runCounts.closedUntil(until)));
    }

    @Override
    public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
        tx.afterCommit(() -> forget(buckets));
    }

    @Override
    public synchronized int purge(Instant now, int max) {
        List<String> spent = tallies.entrySet().stream()
                .filter(entry -> entry.getValue().isSpent(now))
                .limit(max)
                .map(Map.Entry::getKey)
                .toList();
        spent.forEach(tallies::remove);
        return spent.size();
    }

    private synchronized void forget(Collection<String> buckets) {
        buckets.forEach(tallies::remove);
    }

    private boolean hasRoom(ThrottlePermit place, Instant now) {
        ThrottleBucket runCounts = tallies.get(place.bucket());
        if (runCounts != null) {
            return runCounts.hasRoom(place, now);
        }
        if (tallies.size() >= most) {
            purge(now, ROOM_FOR);
        }
        return place.limit() > 0 && tallies.size() < most;
    }

    private void take(ThrottlePermit place, Instant now) {
        tallies.merge(
                place.bucket(), ThrottleBucket.first(place, now), (runCounts, first) -> runCounts.take(place, now));
    }

    private PermitResult refusal(ThrottlePermit place, Instant now) {
        ThrottleBucket runCounts = tallies.get(place.bucket());
        return PermitResult.refused(
                place, runCounts == null ? now.plus(place.window()) : runCounts.opensAt(place, now));
    }
}
