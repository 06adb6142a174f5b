package dev.lockstile.auth.admin;

import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AdminLists.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the lists of sessions, codes and messages.
 *
 * @param state of the rows; null for all. A list without that state is empty
 * @param created when the row was created; ignored by lists that are not {@link #isByTime}
 */
public record LogFilter(@Nullable State state, Period created) {

    /** Selects all rows. */
    public static final LogFilter ALL = new LogFilter(null, Period.ALWAYS);

    /** The tables that have an index by time. */
    private static final Set<Table> BY_TIME = Set.of(Table.CODES, Table.EMAIL_LOG, Table.SMS_LOG);

    /**
     * {@return a copy with another state}
     *
     * @param newState null for all
     */
    public LogFilter in(@Nullable State newState) {
        return new LogFilter(newState, created);
    }

    /**
     * {@return a copy with another period}
     *
     * @param from its start, included; null for none
     * @param before its end, excluded; null for none
     */
    public LogFilter between(@Nullable Instant from, @Nullable Instant before) {
        return new LogFilter(state, new Period(from, before));
    }

    /**
     * {@return true for a list that can be filtered by the time of creation}
     *
     * @param list the table
     */
    public static boolean isByTime(Table list) {
        return BY_TIME.contains(list);
    }

    /** The states of rows at the time of {@link AdminLists.Query#at}; without it expiry is not considered. */
    public enum State {
        /** A live session. */
        ACTIVE,
        /** A session that was ended or has expired. */
        ENDED,
        /** A valid code or link. */
        OPEN,
        /** A code or link that was used. */
        USED,
        /** An unused code or link that is invalid: expired, replaced, or out of attempts. */
        EXPIRED,
        /** A message that a provider accepted. */
        SENT,
        /** A message that no provider accepted, or that expired before it was sent. */
        FAILED;

        private static final Set<State> OF_SESSIONS = Set.of(ACTIVE, ENDED);
        private static final Set<State> OF_CODES = Set.of(OPEN, USED, EXPIRED);
        private static final Set<State> OF_MESSAGES = Set.of(SENT, FAILED);

        /**
         * {@return true for a list whose rows can have this state}
         *
         * @param list the table
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
