package dev.lockstile.auth.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Counters that all nodes share, in a transaction. {@link ThrottleBucket} says what each verb does to a bucket; a verb is one
 * statement on a bucket that is known.
 */
public interface ThrottleStore {

    /**
     * Takes a permit, atomically: of many at once as many get in as there are permits.
     *
     * @return false when the window is full or the bucket is closed; nothing has changed then
     */
    boolean take(ThrottlePermit permit, Instant now);

    /** Takes one of {@code limit} permits in the bucket's current window. */
    default boolean take(String bucket, int limit, Duration window, Instant now) {
        return take(ThrottlePermit.of(bucket, limit, window), now);
    }

    /** When the permit can be had; {@code now} when it can already. Takes nothing. */
    Instant opensAt(ThrottlePermit permit, Instant now);

    /** Closes the bucket for as long as the spacing says after as many permits as are taken in it. */
    void delay(String bucket, ProgressiveDelay spacing, Instant now);

    /** Gives one permit back, if any is taken. */
    void release(String bucket);

    /** Closes a bucket that is known until then, unless it is closed for longer. */
    void close(String bucket, Instant until);

    /** Empties and opens the buckets. */
    void clear(Collection<String> buckets, Instant now);

    /**
     * Forgets buckets that hold nothing any more.
     *
     * @param max at most this many
     * @return how many there were
     */
    int purge(Instant now, int max);
}
