package dev.lockstile.auth.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables for the host's own administration. It checks no permission; endpoints use {@link AccountDirectory}.
 *
 * <p>Only a fixed list of columns is selected: no password hash, no digest of a code or token, no text of a message, no
 * column of the host. Addresses of messages and codes and push tokens of devices are masked; addresses of users are
 * not, since support needs them (ASVS 14.2.6).
 *
 * <p>Each call is one read-only transaction with one statement that starts at a key and stops after a page, without
 * counting or skipping rows, so that every page of a large table costs the same. A search first reads a dozen index
 * ranges of at most 300 rows each: if more users match a prefix, some are left out. The order by name takes one
 * statement for the names and one for each 200 users. Lists of messages take one more for the users of their
 * recipients, and a filter one for the end of its window. The list of an entity that the host does not map is empty.
 */
public interface AdminLists {

    /** Maximum number of rows of {@link #signIns}. */
    int MOST_SIGN_INS = 100;

    /**
     * {@return a page of a list, newest key first; empty where nothing matches, also for an invalid key}
     *
     * @param list the table
     * @param query selects the rows
     */
    Page page(Table list, Query query);

    /**
     * {@return daily counts by kind, without the kinds whose entity the host does not map} One statement for each
     * entity, over one range of its index by time, in one read-only transaction.
     *
     * @param first the start of the first day
     * @param days how many days of 24 hours, 1 to 31
     */
    default List<DailyCounts> daily(Instant first, int days) {
        return List.of();
    }

    /**
     * {@return the sign-ins of a period by method and reason, most frequent first, at most {@value #MOST_SIGN_INS};
     * none where the host has no table of events} One statement over one range of the index by time, in one read-only
     * transaction.
     *
     * @param from the start of the period
     * @param until the end of the period, excluded
     */
    default List<SignInCount> signIns(Instant from, Instant until) {
        return List.of();
    }

    /** {@return the orders of the list of users that do not read all of them; other orders may be refused} */
    default Set<AccountOrder> orders() {
        return Set.of(AccountOrder.NEWEST, AccountOrder.OLDEST);
    }

    /** {@return the lists whose entity the host maps; all lists where that is not known} */
    default Set<Table> kept() {
        return Set.of(Table.values());
    }

    /** {@return empty lists} */
    static AdminLists none() {
        return (list, query) -> new Page(List.of("id"), List.of(), null);
    }

    /** The lists. */
    enum Table {
        /**
         * Users, with their status, the verification of their identifiers and the full name of their default profile
         * ({@code name}); never a password hash.
         */
        USERS,
        /** Profiles, each with its user, role and default mark. */
        PROFILES,
        /** Devices of users; push tokens are masked. */
        DEVICES,
        /** One-time codes and links: time and purpose, never their digits, tokens or digests. */
        CODES,
        /** Sessions, including ended ones, each with its public id ({@code session}); never a token or its digest. */
        SESSIONS,
        /**
         * Text messages: recipient and result, without their text. {@code user} is the user who has the recipient's
         * number now.
         */
        SMS_LOG,
        /**
         * E-mails: recipient and result, without their text. {@code user} is the user who has the recipient's address
         * now.
         */
        EMAIL_LOG,
        /** Links between rows of a former system and rows of the store. */
        LEGACY_LINKS
    }

    /**
     * A page of a list.
     *
     * @param columns in their order; the first is the key
     * @param rows a value for every column; null where there is none
     * @param next position for the next page; null at the end
     */
    record Page(
            List<String> columns,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {

        /**
         * Copies the lists, not the rows.
         *
         * @param rows a value for every column; null where there is none
         * @param next position for the next page; null at the end
         * @param columns in their order; the first is the key
         */
        public Page {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "Page[" + rows.size() + " rows]";
        }
    }

    /**
     * Selects the rows of a list, newest key first unless users have another order.
     *
     * @param find users only: a key, an e-mail address, phone number, user name or name of a profile, or a prefix
     *     of at least two characters; null for all
     * @param user only rows of the user with this key; null for all. For messages those to the present address or
     *     number of the user
     * @param after only rows after this position, from {@link AdminLists.Page#next}; null to start at the newest
     * @param size rows of a page, 1 to 200
     * @param filter users only: the filter
     * @param order users only: the order
     * @param at the time with which temporary disabling, sessions and codes are compared; null to treat users as
     *     disabled beyond its end
     * @param log sessions, codes and messages only: the filter
     */
    record Query(
            @Nullable String find,
            @Nullable String user,
            @Nullable String after,
            int size,
            AccountFilter filter,
            AccountOrder order,
            @Nullable Instant at,
            LogFilter log) {

        /** Default page size. */
        public static final int DEFAULT_SIZE = 50;

        /** Maximum number of rows that a page with a filter examines. */
        public static final int WINDOW = 1000;

        private static final int LARGEST = 200;

        /**
         * Checks the size.
         *
         * @param find users only: a key, an e-mail address, phone number, user name or name of a profile, or a
         *     prefix of at least two characters; null for all
         * @param user only rows of the user with this key; null for all. For messages those to the present address
         *     or number of the user
         * @param after only rows after this position, from {@link AdminLists.Page#next}; null to start at the
         *     newest
         * @param size rows of a page, 1 to 200
         * @param filter users only: the filter
         * @param order users only: the order
         * @param at the time with which temporary disabling, sessions and codes are compared
         * @param log sessions, codes and messages only: the filter
         * @throws IllegalArgumentException for a size that is not 1 to 200
         */
        public Query {
            requireSize(size);
        }

        /**
         * Creates a query without a filter of sessions, codes and messages.
         *
         * @param find users only: a key, an e-mail address, phone number, user name or name of a profile, or a
         *     prefix of at least two characters; null for all
         * @param user only rows of the user with this key; null for all
         * @param after only rows after this position, from {@link AdminLists.Page#next}; null to start at the
         *     newest
         * @param size rows of a page, 1 to 200
         * @param filter users only: the filter
         * @param order users only: the order
         * @param at the time with which temporary disabling is compared
         * @throws IllegalArgumentException for a size that is not 1 to 200
         */
        public Query(
                @Nullable String find,
                @Nullable String user,
                @Nullable String after,
                int size,
                AccountFilter filter,
                AccountOrder order,
                @Nullable Instant at) {
            this(find, user, after, size, filter, order, at, LogFilter.ALL);
        }

        static void requireSize(int rows) {
            if (rows < 1 || rows > LARGEST) {
                throw new IllegalArgumentException("a page has 1 to " + LARGEST + " rows");
            }
        }

        /** {@return a query for the first page of all rows} */
        public static Query all() {
            return new Query(null, null, null, DEFAULT_SIZE, AccountFilter.ALL, AccountOrder.NEWEST, null);
        }

        /**
         * {@return a copy with a search text}
         *
         * @param text a key, an e-mail address, phone number, user name or name of a profile, or a prefix of one;
         *     null for all
         */
        public Query finding(@Nullable String text) {
            return new Query(text, user, after, size, filter, order, at, log);
        }

        /**
         * {@return a copy for the rows of one user}
         *
         * @param key of the user; null for all
         */
        public Query ofUser(@Nullable String key) {
            return new Query(find, key, after, size, filter, order, at, log);
        }

        /**
         * {@return a copy that starts after a position}
         *
         * @param row from {@link AdminLists.Page#next}; null to start at the newest
         */
        public Query after(@Nullable String row) {
            return new Query(find, user, row, size, filter, order, at, log);
        }

        /**
         * {@return a copy with another page size}
         *
         * @param rows 1 to 200
         */
        public Query sized(int rows) {
            return new Query(find, user, after, rows, filter, order, at, log);
        }

        /**
         * {@return a copy with a filter of users} A page examines {@value #WINDOW} users and may have fewer rows than
         * its size, or none, while {@link AdminLists.Page#next} is not null.
         *
         * @param users the filter
         */
        public Query filtered(AccountFilter users) {
            return new Query(find, user, after, size, users, order, at, log);
        }

        /**
         * {@return a copy with a filter of sessions, codes or messages} A page examines {@value #WINDOW} rows and may
         * have fewer rows than its size, or none, while {@link AdminLists.Page#next} is not null. Sessions and codes of
         * one user are all examined. A position of a query with a period is not valid for one without.
         *
         * @param rows the filter
         */
        public Query matching(LogFilter rows) {
            return new Query(find, user, after, size, filter, order, at, rows);
        }

        /** {@return a copy with the oldest key first} */
        public Query fromOldest() {
            return ordered(AccountOrder.OLDEST);
        }

        /**
         * {@return a copy with another order} A position of one order is not valid for another.
         *
         * @param newOrder one of {@link AdminLists#orders}
         */
        public Query ordered(AccountOrder newOrder) {
            return new Query(find, user, after, size, filter, newOrder, at, log);
        }

        /** {@return true for the oldest key first} */
        public boolean oldestFirst() {
            return order == AccountOrder.OLDEST;
        }

        /**
         * {@return a copy for a given time: temporary disabling, sessions and codes that ended before it count as
         * ended}
         *
         * @param moment the time to compare with
         */
        public Query at(Instant moment) {
            return new Query(find, user, after, size, filter, order, moment, log);
        }

        /** Omits the search text, which may be an address. */
        @Override
        public String toString() {
            return "Query[after=" + after + ", size=" + size + "]";
        }
    }
}
