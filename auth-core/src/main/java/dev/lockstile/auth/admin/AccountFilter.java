package dev.lockstile.auth.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the list of users; a null value does not filter.
 *
 * @param role of a profile, in any letter case
 * @param state of the account
 * @param proven whether an address or number is verified
 * @param joined when the account was opened
 * @param seen when its owner last signed in
 */
public record AccountFilter(
        @Nullable String role,
        @Nullable State state,
        @Nullable Boolean proven,
        Period joined,
        Period seen) {

    /** Selects all accounts. */
    public static final AccountFilter ALL = new AccountFilter(null, null, null, Period.ALWAYS, Period.ALWAYS);

    /** {@return true when all accounts are selected} */
    public boolean isAll() {
        return equals(ALL);
    }

    /** The states of an account. */
    public enum State {
        /** Neither disabled nor deleted. */
        ACTIVE,
        /** Disabled, and not deleted. */
        DISABLED,
        /** Marked as deleted. */
        DELETED
    }

    /**
     * A period of time.
     *
     * @param from its start, included; null for none
     * @param before its end, excluded; null for none
     */
    public record Period(@Nullable Instant from, @Nullable Instant before) {

        /** No restriction; also contains "never". */
        public static final Period ALWAYS = new Period(null, null);

        /**
         * {@return true when the time is within the period, or the period has neither start nor end}
         *
         * @param at the time; null for never
         */
        public boolean contains(@Nullable Instant at) {
            boolean begun = from == null || at != null && !at.isBefore(from);
            return begun && (before == null || at != null && at.isBefore(before));
        }
    }
}
