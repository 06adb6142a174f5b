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
     * @param permit wanted
     * @param now the time of the flow
     * @return false when the window is full or the bucket is closed; nothing has changed then
     */
    boolean take(ThrottlePermit permit, Instant now);

    /**
     * Takes one of {@code limit} permits in the bucket's current window.
     *
     * @param bucket opaque key of at most 64 characters
     * @param limit permits in a window; 0 lets nobody in
     * @param window length of a window
     * @param now the time of the flow
     * @return false when the window is full or the bucket is closed
     */
    default boolean take(String bucket, int limit, Duration window, Instant now) {
        return take(ThrottlePermit.of(bucket, limit, window), now);
    }

    /**
     * {@return when the permit can be had; {@code now} when it can already} Takes nothing.
     *
     * @param permit wanted
     * @param now the time of the flow
     */
    Instant opensAt(ThrottlePermit permit, Instant now);

    /**
     * Closes the bucket for as long as the spacing says after as many permits as are taken in it.
     *
     * @param bucket opaque key of at most 64 characters
     * @param spacing how long for how many permits
     * @param now the time of the flow
     */
    void delay(String bucket, ProgressiveDelay spacing, Instant now);

    /**
     * Gives one permit back, if any is taken.
     *
     * @param bucket opaque key of at most 64 characters
     */
    void release(String bucket);

    /**
     * Closes a bucket that is known until then, unless it is closed for longer.
     *
     * @param bucket opaque key of at most 64 characters
     * @param until the time from which it is open again
     */
    void close(String bucket, Instant until);

    /**
     * Empties and opens the buckets.
     *
     * @param buckets those that are not there are left out
     * @param now the time of the flow
     */
    void clear(Collection<String> buckets, Instant now);

    /**
     * Forgets buckets that hold nothing any more.
     *
     * @param now the time of the flow
     * @param max at most this many
     * @return how many there were
     */
    int purge(Instant now, int max);
}
