package dev.lockstile.auth.admin;

import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AdminLists.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a list of sessions, codes or messages shows.
 *
 * @param state of the rows; null for all, and a list that has no such state shows none
 * @param created when the row was made. Lists that are not {@link #isByTime} ignore it
 */
public record LogFilter(@Nullable State state, Period created) {

    /** Leaves all in. */
    public static final LogFilter ALL = new LogFilter(null, Period.ALWAYS);

    /** The tables that have an index by time. */
    private static final Set<Table> BY_TIME = Set.of(Table.CODES, Table.EMAIL_LOG, Table.SMS_LOG);

    /**
     * {@return a copy for another state}
     *
     * @param newState null for all
     */
    public LogFilter in(@Nullable State newState) {
        return new LogFilter(newState, created);
    }

    /**
     * {@return a copy for another period}
     *
     * @param from the first moment; null for no beginning
     * @param before the moment after the last one; null for no end
     */
    public LogFilter between(@Nullable Instant from, @Nullable Instant before) {
        return new LogFilter(state, new Period(from, before));
    }

    /**
     * {@return true for a list whose rows can be asked for by the time at which they were made}
     *
     * @param list which table
     */
    public static boolean isByTime(Table list) {
        return BY_TIME.contains(list);
    }

    /** What a row is at the moment of {@link AdminLists.Query#at}; without one no time is compared. */
    public enum State {
        /** A session that goes on. */
        ACTIVE,
        /** A session that was ended or is past its time. */
        ENDED,
        /** A code or link that works. */
        OPEN,
        /** A code or link that was used. */
        USED,
        /** A code or link that no longer works and was not used: past its time, replaced, or out of attempts. */
        EXPIRED,
        /** A message that a provider took. */
        SENT,
        /** A message that no provider took, or that was not sent before its time was over. */
        FAILED;

        private static final Set<State> OF_SESSIONS = Set.of(ACTIVE, ENDED);
        private static final Set<State> OF_CODES = Set.of(OPEN, USED, EXPIRED);
        private static final Set<State> OF_MESSAGES = Set.of(SENT, FAILED);

        /**
         * {@return true for a list whose rows can be in this state}
         *
         * @param list which table
         */
        public boolean isOf(Table list) {
            return switch (list) {
                case SESSIONS -> OF_SESSIONS.contains(this);
                case CODES -> OF_CODES.contains(this);
                case EMAIL_LOG, SMS_LOG -> OF_MESSAGES.contains(this);
                default -> false;
            };
        }
    }
}
