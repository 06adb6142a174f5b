package dev.lockstile.auth.http.internal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The header that tells a refused client when to try again (RFC 9110 10.2.3). */
public final class RetryAfter {

    /** Seconds to wait where no time is known. */
    private static final long THROTTLED_WAIT = 30;

    private static final long UNAVAILABLE_WAIT = 1;

    private RetryAfter() {}

    /** The answer with the header. */
    public static Answer on(Answer answer, RefusalException refusal, Clock clock) {
        return answer.header("Retry-After", seconds(refusal, clock));
    }

    /** Whole seconds, rounded up, so that the next try does not come a moment too early. */
    private static String seconds(RefusalException refusal, Clock clock) {
        Instant retryAt = refusal.retryAt();
        if (retryAt == null) {
            return Long.toString(refusal.code() == ErrorCode.THROTTLED ? THROTTLED_WAIT : UNAVAILABLE_WAIT);
        }
        Duration left = Duration.between(clock.instant(), retryAt);
        return Long.toString(Math.max(1, left.getSeconds() + (left.getNano() > 0 ? 1 : 0)));
    }
}
