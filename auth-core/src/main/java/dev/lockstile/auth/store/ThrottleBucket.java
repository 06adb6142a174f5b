package dev.lockstile.auth.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket holds, and the rules by which it changes: the reference for every store of counters.
 *
 * @param windowUntil from this instant on the permits are free again
 * @param taken permits taken in the window
 * @param closedUntil nobody gets in before this instant, whatever is free; null when it is not closed
 */
public record ThrottleBucket(
        Instant windowUntil, int taken, @Nullable Instant closedUntil) {

    /**
     * {@return the bucket after its very first permit was taken}
     *
     * @param permit wanted in this bucket
     * @param now the time of the flow
     */
    public static ThrottleBucket first(ThrottlePermit permit, Instant now) {
        return new ThrottleBucket(now.plus(permit.window()), 1, permit.spacing().closedUntil(1, now));
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
