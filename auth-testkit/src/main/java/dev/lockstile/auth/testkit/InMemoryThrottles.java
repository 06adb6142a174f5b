package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.ThrottleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counters in a transaction. */
final class InMemoryThrottles implements ThrottleStore {

    private final TableViews views;

    InMemoryThrottles(TableViews views) {
        this.views = views;
    }

    @Override
    public boolean take(String bucket, int limit, Duration window, Instant now) {
        List<Long> known = views.throttles.keys(Tables.BUCKET, bucket);
        if (!known.isEmpty()) {
            return views.throttles.update(
                    known.get(0), row -> row.hasRoom(limit, window, now), row -> row.take(window, now));
        }
        if (limit > 0) {
            views.throttles.insert(key -> new ThrottleRow(bucket, now, 1));
        }
        return limit > 0;
    }
}
