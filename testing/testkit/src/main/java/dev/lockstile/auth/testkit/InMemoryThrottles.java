package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.store.ThrottleStore;
import dev.lockstile.auth.store.ThrottleStore.ThrottleBucket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Counters in a transaction. */
final class InMemoryThrottles implements ThrottleStore {

    private final TableViews views;

    InMemoryThrottles(TableViews views) {
        this.views = views;
    }

    @Override
    public boolean take(ThrottlePermit permit, Instant now) {
        List<Long> known = views.throttles.keys(Tables.BUCKET, permit.bucket());
        if (!known.isEmpty()) {
            return views.throttles.update(
                    known.get(0),
                    row -> row.runCounts().hasRoom(permit, now),
                    row -> row.with(row.runCounts().take(permit, now)));
        }
        if (permit.limit() > 0) {
            views.throttles.insert(key -> new ThrottleRow(permit.bucket(), ThrottleBucket.first(permit, now)));
        }
        return permit.limit() > 0;
    }

    @Override
    public Instant opensAt(ThrottlePermit permit, Instant now) {
        return views.throttles
                .first(Tables.BUCKET, permit.bucket())
                .map(row -> row.runCounts().opensAt(permit, now))
                .orElse(now);
    }

    @Override
    public void delay(String bucket, ProgressiveDelay spacing, Instant now) {
        change(bucket, runCounts -> runCounts.delay(spacing, now));
    }

    @Override
    public void release(String bucket) {
        change(bucket, ThrottleBucket::release);
    }

    @Override
    public void giveBack(ThrottlePermit permit, Instant takenAt) {
        change(permit.bucket(), runCounts -> runCounts.without(permit, takenAt));
    }

    @Override
    public void close(String bucket, Instant until) {
        change(bucket, runCounts -> runCounts.closedUntil(until));
    }

    @Override
    public void clear(Collection<String> buckets, Instant now) {
        buckets.forEach(bucket -> change(bucket, runCounts -> ThrottleBucket.empty(now)));
    }

    @Override
    public int purge(Instant now, int max) {
        List<Long> spent = views.throttles.keysWhere(row -> row.runCounts().isSpent(now)).stream()
                .limit(max)
                .toList();
        spent.forEach(views.throttles::delete);
        return spent.size();
    }

    private void change(String bucket, UnaryOperator<ThrottleBucket> change) {
        views.throttles.updateAll(Tables.BUCKET, bucket, any -> true, row -> row.with(change.apply(row.runCounts())));
    }
}
