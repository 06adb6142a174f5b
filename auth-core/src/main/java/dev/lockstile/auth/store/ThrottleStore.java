package dev.lockstile.auth.store;

import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Counters that all nodes share, in a transaction. {@link ThrottleBucket} says what each verb does to a bucket; a verb
 * is one statement on a bucket that is known.
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
     * @param limit permits in a window; 0 admits no request
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
     * Gives that permit back, if any is taken, and with it the wait that it began: one conditional update. A wait that
     * something else began stays.
     *
     * @param permit as it was taken
     * @param takenAt the time of the flow that took it
     */
    void giveBack(ThrottlePermit permit, Instant takenAt);

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

    /**
     * What a bucket holds, and the rules by which it changes: the reference for every store of counters.
     *
     * @param windowUntil from this instant on the permits are free again
     * @param taken permits taken in the window
     * @param closedUntil no request is admitted before this instant, whatever is free; null when it is not closed
     */
    record ThrottleBucket(
            Instant windowUntil, int taken, @Nullable Instant closedUntil) {

        /**
         * {@return the bucket after its very first permit was taken}
         *
         * @param permit wanted in this bucket
         * @param now the time of the flow
         */
        public static ThrottleBucket first(ThrottlePermit permit, Instant now) {
            return new ThrottleBucket(
                    now.plus(permit.window()), 1, permit.spacing().closedUntil(1, now));
        }

        /**
         * {@return true when the permit can be had now}
         *
         * @param permit wanted in this bucket
         * @param now the time of the flow
         */
        public boolean hasRoom(ThrottlePermit permit, Instant now) {
            return permit.limit() > 0 && !isClosed(now) && (isOver(now) || taken < permit.limit());
        }

        /**
         * {@return the bucket after one more permit was taken}
         *
         * @param permit wanted in this bucket
         * @param now the time of the flow
         */
        public ThrottleBucket take(ThrottlePermit permit, Instant now) {
            int number = isOver(now) ? 1 : taken + 1;
            boolean anew = isOver(now) || permit.sliding();
            Instant closed = permit.spacing().closedUntil(number, now);
            return new ThrottleBucket(
                    anew ? now.plus(permit.window()) : windowUntil, number, closed == null ? closedUntil : closed);
        }

        /**
         * {@return the bucket closed for as long as the spacing says after as many permits as are taken}
         *
         * @param spacing how long for how many permits
         * @param now the time of the flow
         */
        public ThrottleBucket delay(ProgressiveDelay spacing, Instant now) {
            Instant closed = isOver(now) ? null : spacing.closedUntil(taken, now);
            return closed == null ? this : new ThrottleBucket(windowUntil, taken, closed);
        }

        /**
         * {@return the bucket closed until then, or longer if it was}
         *
         * @param until the earliest end
         */
        public ThrottleBucket closedUntil(Instant until) {
            boolean longer = closedUntil != null && closedUntil.isAfter(until);
            return longer ? this : new ThrottleBucket(windowUntil, taken, until);
        }

        /** {@return the bucket with one permit given back; what closed it still does} */
        public ThrottleBucket release() {
            return new ThrottleBucket(windowUntil, Math.max(0, taken - 1), closedUntil);
        }

        /**
         * {@return the bucket with that permit given back, and without the wait that it began}
         *
         * @param permit as it was taken
         * @param takenAt the time of the flow that took it
         */
        public ThrottleBucket without(ThrottlePermit permit, Instant takenAt) {
            boolean closed =
                    closedUntil != null && closedUntil.equals(permit.spacing().closedUntil(taken, takenAt));
            return new ThrottleBucket(windowUntil, Math.max(0, taken - 1), closed ? null : closedUntil);
        }

        /**
         * {@return the bucket emptied}
         *
         * @param now the time of the flow
         */
        public static ThrottleBucket empty(Instant now) {
            return new ThrottleBucket(now, 0, null);
        }

        /**
         * {@return when the permit can be had; {@code now} when it can already}
         *
         * @param permit wanted in this bucket
         * @param now the time of the flow
         */
        public Instant opensAt(ThrottlePermit permit, Instant now) {
            Instant free = isOver(now) || taken < permit.limit() ? now : windowUntil;
            return closedUntil != null && closedUntil.isAfter(free) ? closedUntil : free;
        }

        /**
         * {@return true when nothing is lost by forgetting the bucket}
         *
         * @param now the time of the flow
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
