package dev.lockstile.auth.testkit;

import java.time.Duration;
import java.time.Instant;

/** A counter: how many places of the window that began then are taken. */
record ThrottleRow(String bucket, Instant windowStart, int taken) {

    ThrottleRow take(Duration window, Instant now) {
        return isOver(window, now) ? new ThrottleRow(bucket, now, 1) : new ThrottleRow(bucket, windowStart, taken + 1);
    }

    boolean hasRoom(int limit, Duration window, Instant now) {
        return limit > 0 && (isOver(window, now) || taken < limit);
    }

    private boolean isOver(Duration window, Instant now) {
        return !now.isBefore(windowStart.plus(window));
    }
}
