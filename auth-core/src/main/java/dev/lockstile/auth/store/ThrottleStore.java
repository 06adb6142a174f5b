package dev.lockstile.auth.store;

import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Counters of rate limits that all nodes share, read and written in the transaction of an {@link AuthTx}.
 * {@link ThrottleBucket} specifies what each method does to a bucket.
 */
public interface ThrottleStore {

    /**
     * Takes a permit atomically: of concurrent callers, no more succeed than there are permits.
     *
     * @param permit the request
     * @param now the time at which the flow began
     * @return false when no permit is left in the window or the bucket is closed; nothing has changed then
     */
    boolean take(ThrottlePermit permit, Instant now);

    /**
     * Takes a permit without a wait between permits.
     *
     * @param bucket opaque key of the bucket, 1 to 64 characters
     * @param limit number of permits in a window; 0 refuses every request
     * @param window length of a window
     * @param now the time at which the flow began
     * @return false when no permit is left in the window or the bucket is closed
     */
    default boolean take(String bucket, int limit, Duration window, Instant now) {
        return take(ThrottlePermit.of(bucket, limit, window), now);
    }

    /**
     * {@return when the permit will be available; {@code now} when it is} Takes no permit.
     *
     * @param permit the request
     * @param now the time at which the flow began
     */
    Instant opensAt(ThrottlePermit permit, Instant now);

    /**
     * Closes the bucket according to the number of permits that are taken in its window.
     *
     * @param bucket opaque key of the bucket, 1 to 64 characters
     * @param spacing how long the bucket is closed
     * @param now the time at which the flow began
     */
    void delay(String bucket, ProgressiveDelay spacing, Instant now);

    /**
     * Returns one permit, if one is taken.
     *
     * @param bucket opaque key of the bucket, 1 to 64 characters
     */
    void release(String bucket);

    /**
     * Returns a permit, if one is taken, and ends the wait that it began, with one conditional update. A wait with
     * another end stays.
     *
     * @param permit the request with which the permit was taken
     * @param takenAt the {@code now} with which the permit was taken
     */
    void giveBack(ThrottlePermit permit, Instant takenAt);

    /**
     * Closes an existing bucket until a time, unless it is closed for longer.
     *
     * @param bucket opaque key of the bucket, 1 to 64 characters
     * @param until when the bucket opens again
     */
    void close(String bucket, Instant until);

    /**
     * Empties and opens the buckets.
     *
     * @param buckets keys of buckets; those that do not exist are ignored
     * @param now the time at which the flow began
     */
    void clear(Collection<String> buckets, Instant now);

    /**
     * Removes buckets that have no effect any more: whose window has ended and which are not closed.
     *
     * @param now the current time
     * @param max maximum number of buckets
     * @return the number of buckets removed
     */
    int purge(Instant now, int max);

    /**
     * The values of a bucket and the rules for changing them: the specification for every store of counters.
     *
     * @param windowUntil when the window ends and all permits are available again
     * @param taken number of permits taken in the window
     * @param closedUntil the bucket refuses requests before this instant; null when it is not closed
     */
    record ThrottleBucket(
            Instant windowUntil, int taken, @Nullable Instant closedUntil) {

        /**
         * {@return the bucket after its first permit}
         *
         * @param permit a request for this bucket
         * @param now when the permit is taken
         */
        public static ThrottleBucket first(ThrottlePermit permit, Instant now) {
            return new ThrottleBucket(
                    now.plus(permit.window()), 1, permit.spacing().closedUntil(1, now));
        }

        /**
         * {@return true when the permit is available}
         *
         * @param permit a request for this bucket
         * @param now the current time
         */
        public boolean hasRoom(ThrottlePermit permit, Instant now) {
            return permit.limit() > 0 && !isClosed(now) && (isOver(now) || taken < permit.limit());
        }

        /**
         * {@return the bucket after one more permit}
         *
         * @param permit a request for this bucket
         * @param now when the permit is taken
         */
        public ThrottleBucket take(ThrottlePermit permit, Instant now) {
            int number = isOver(now) ? 1 : taken + 1;
            boolean restarts = isOver(now) || permit.sliding();
            Instant closed = permit.spacing().closedUntil(number, now);
            return new ThrottleBucket(
                    restarts ? now.plus(permit.window()) : windowUntil, number, closed == null ? closedUntil : closed);
        }

        /**
         * {@return the bucket closed according to the number of permits that are taken in its window}
         *
         * @param spacing how long the bucket is closed
         * @param now the current time
         */
        public ThrottleBucket delay(ProgressiveDelay spacing, Instant now) {
            Instant closed = isOver(now) ? null : spacing.closedUntil(taken, now);
            return closed == null ? this : new ThrottleBucket(windowUntil, taken, closed);
        }

        /**
         * {@return the bucket closed until the given time, or for as long as it is closed now if that is longer}
         *
         * @param until when the bucket opens again at the earliest
         */
        public ThrottleBucket closedUntil(Instant until) {
            boolean longer = closedUntil != null && closedUntil.isAfter(until);
            return longer ? this : new ThrottleBucket(windowUntil, taken, until);
        }

        /** {@return the bucket with one permit returned; a closed bucket stays closed} */
        public ThrottleBucket release() {
            return new ThrottleBucket(windowUntil, Math.max(0, taken - 1), closedUntil);
        }

        /**
         * {@return the bucket with one permit returned and without the wait that it began}
         *
         * @param permit the request with which the permit was taken
         * @param takenAt the {@code now} with which the permit was taken
         */
        public ThrottleBucket without(ThrottlePermit permit, Instant takenAt) {
            boolean closed =
                    closedUntil != null && closedUntil.equals(permit.spacing().closedUntil(taken, takenAt));
            return new ThrottleBucket(windowUntil, Math.max(0, taken - 1), closed ? null : closedUntil);
        }

        /**
         * {@return an empty, open bucket}
         *
         * @param now the current time
         */
        public static ThrottleBucket empty(Instant now) {
            return new ThrottleBucket(now, 0, null);
        }

        /**
         * {@return when the permit will be available; {@code now} when it is}
         *
         * @param permit a request for this bucket
         * @param now the current time
         */
        public Instant opensAt(ThrottlePermit permit, Instant now) {
            Instant free = isOver(now) || taken < permit.limit() ? now : windowUntil;
            return closedUntil != null && closedUntil.isAfter(free) ? closedUntil : free;
        }

        /**
         * {@return true when the bucket can be removed: its window has ended and it is not closed}
         *
         * @param now the current time
         */
        public boolean isSpent(Instant now) {
            return isOver(now) && !isClosed(now);
        }

        private boolean isOver(Instant now) {
            return !now.isBefore(windowUntil);
        }

        private boolean isClosed(Instant now) {
            return closedUntil != null && now.isBefore(closedUntil);
        }
    }
}
