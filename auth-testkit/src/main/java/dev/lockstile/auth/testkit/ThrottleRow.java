package dev.lockstile.auth.testkit;

import dev.lockstile.auth.store.Tally;

/** A row of the counters' table. */
record ThrottleRow(String bucket, Tally tally) {

    ThrottleRow with(Tally next) {
        return new ThrottleRow(bucket, next);
    }
}
