package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.ThrottleStore.ThrottleBucket;

/** A row of the counters' table. */
record ThrottleRow(String bucket, ThrottleBucket runCounts) {

    ThrottleRow with(ThrottleBucket next) {
        return new ThrottleRow(bucket, next);
    }
}
