package dev.lockstile.auth.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list of users shows; each null leaves all in.
 *
 * @param role of a profile, in any letter case
 * @param state of the account
 * @param proven whether an address or number is proven
 * @param joined when the account was opened
 * @param seen when its owner last signed in
 */
public record AccountFilter(
        @Nullable String role,
        @Nullable State state,
        @Nullable Boolean proven,
        Period joined,
        Period seen) {

    /** Leaves all in. */
    public static final AccountFilter ALL = new AccountFilter(null, null, null, Period.ALWAYS, Period.ALWAYS);

    /** {@return true when all are left in} */
    public boolean isAll() {
        return equals(ALL);
    }

    /** What the server has decided about an account. */
    public enum State {
        /** Neither disabled nor deleted. */
        ACTIVE,
        /** Disabled, and not deleted. */
        DISABLED,
        /** Marked as deleted. */
        DELETED
    }

    /**
     * A time between two moments.
     *
     * @param from the first moment; null for no beginning
     * @param before the moment after the last one; null for no end
     */
    public record Period(@Nullable Instant from, @Nullable Instant before) {

        /** At any time, or never. */
        public static final Period ALWAYS = new Period(null, null);

        /**
         * {@return true when the moment is within, or the period has neither beginning nor end}
         *
         * @param at the moment; null for never
         */
        public boolean contains(@Nullable Instant at) {
            boolean begun = from == null || at != null && !at.isBefore(from);
            return begun && (before == null || at != null && at.isBefore(before));
        }
    }
}
