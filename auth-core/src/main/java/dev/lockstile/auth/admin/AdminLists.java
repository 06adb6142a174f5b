package dev.lockstile.auth.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the tables for the host's own administration. Who may look, the host decides; endpoints ask
 * {@link AccountDirectory}.
 *
 * <p>Only columns on a fixed list are ever selected: no password hash, no digest of a code or token, no text of a
 * message, no column of the host's own. Addresses of messages and codes, and names of devices for push messages, come
 * masked; those of users come whole, since support has to know them (ASVS 14.2.6).
 *
 * <p>Each call is one read-only transaction of one statement that begins at a key and stops after a page; nothing is
 * counted and nothing skipped, so a page deep in a million rows costs what the first one does. A search reads a dozen
 * ranges of indexes before it, of at most three hundred rows each: of more users with one beginning, some are left
 * out. Users by name take a statement for the names and one for each two hundred users. Messages take one more for the
 * users of their recipients, and a filter one for the end of what it looks at. A list whose entity the host does not
 * keep is empty.
 */
public interface AdminLists {

    /** Rows of {@link #signIns} at most. */
    int MOST_SIGN_INS = 100;

    /**
     * {@return a page of a list, newest key first; empty where nothing matches, as for what cannot be a key}
     *
     * @param list which table
     * @param query which rows of it
     */
    Page page(Table list, Query query);

    /**
     * {@return what happened on each day, kind by kind; without the kinds whose entity the host does not keep} One
     * statement for each entity, over one range of the index by time, in one read-only transaction.
     *
     * @param first the beginning of the first day
     * @param days how many days of 24 hours, 1 to 31
     */
    default List<DailyCounts> daily(Instant first, int days) {
        return List.of();
    }

    /**
     * {@return the sign-ins of a period by way and reason, the most frequent first, {@value #MOST_SIGN_INS} at most;
     * none where the host keeps no table of events} One statement over one range of the index by time, in one read-only
     * transaction.
     *
     * @param from the beginning of the period
     * @param until its end, which is no part of it
     */
    default List<SignInCount> signIns(Instant from, Instant until) {
        return List.of();
    }

    /**
     * {@return the orders in which the list of users can be had without reading all of them; the others may be refused}
     */
    default Set<AccountOrder> orders() {
        return Set.of(AccountOrder.NEWEST, AccountOrder.OLDEST);
    }

    /**
     * {@return the lists that can have rows: those whose entity the host keeps; all of them where that is not known}
     */
    default Set<Table> kept() {
        return Set.of(Table.values());
    }

    /** {@return empty lists} */
    static AdminLists none() {
        return (list, query) -> new Page(List.of("id"), List.of(), null);
    }

    /** What can be listed. */
    enum Table {
        /**
         * Users, with their status, the proof of their identifiers and the full name of their default profile
         * ({@code name}); never a password hash.
         */
        USERS,
        /** Profiles, each with its user, role and default mark. */
        PROFILES,
        /** Devices of users; names for push messages come masked. */
        DEVICES,
        /** One-time codes and links: when and for what, never their digits, tokens or digests. */
        CODES,
        /** Sessions, ended ones too, each with its public name ({@code session}); never a token or its digest. */
        SESSIONS,
        /**
         * Text messages: to whom and what became of them, not what they said. {@code user} has the recipient's number
         * now.
         */
        SMS_LOG,
        /**
         * E-mails: to whom and what became of them, not what they said. {@code user} has the recipient's address now.
         */
        EMAIL_LOG,
        /** Which row of a former system became which of ours. */
        LEGACY_LINKS
    }

    /**
     * A page of a list.
     *
     * @param columns in their order; the first is the key
     * @param rows a value for every column; null where there is none
     * @param next names the last row when there are more; null at the end
     */
    record Page(
            List<String> columns,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {

        /**
         * Copies the lists, not the rows.
         *
         * @param rows a value for every column; null where there is none
         * @param next names the last row when there are more; null at the end
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
     * Which rows of a list are wanted, newest key first unless users are ordered otherwise.
     *
     * @param find users only: a key, an e-mail address, phone number, user name or name of a profile, or its
     *     beginning of two characters at least; null for all
     * @param user only what belongs to the user of this key, in the list of users that user; null for all. Of messages
     *     those to the address or number that the user has now
     * @param after only rows after this one, as {@link AdminLists.Page#next} named it; null begins at the newest
     * @param size rows of a page, 1 to 200
     * @param filter users only: which of them
     * @param order users only
     * @param at the moment that a disabling for a time, sessions and codes are compared with; null leaves users
     *     disabled beyond its end
     * @param log sessions, codes and messages only: which of them
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

        /** Rows of a page unless told otherwise. */
        public static final int DEFAULT_SIZE = 50;

        /** How many users, sessions, codes or messages a page with a filter looks at, at most. */
        public static final int WINDOW = 1000;

        private static final int LARGEST = 200;

        /**
         * Checks the size.
         *
         * @param find users only: a key, an e-mail address, phone number, user name or name of a profile, or its
         *     beginning of two characters at least; null for all
         * @param user only what belongs to the user of this key, in the list of users that user; null for all. Of
         *     messages those to the address or number that the user has now
         * @param after only rows after this one, as {@link AdminLists.Page#next} named it; null begins at the newest
         * @param size rows of a page, 1 to 200
         * @param filter users only: which of them
         * @param order users only
         * @param at the moment that a disabling for a time, sessions and codes are compared with
         * @param log sessions, codes and messages only: which of them
         * @throws IllegalArgumentException for a size that is not 1 to 200
         */
        public Query {
            requireSize(size);
        }

        /**
         * Sessions, codes and messages in every state.
         *
         * @param find users only: a key, an e-mail address, phone number, user name or name of a profile, or its
         *     beginning of two characters at least; null for all
         * @param user only what belongs to the user of this key, in the list of users that user; null for all
         * @param after only rows after this one, as {@link AdminLists.Page#next} named it; null begins at the newest
         * @param size rows of a page, 1 to 200
         * @param filter users only: which of them
         * @param order users only
         * @param at the moment that a disabling for a time is compared with
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

        /** {@return the first page of everything} */
        public static Query all() {
            return new Query(null, null, null, DEFAULT_SIZE, AccountFilter.ALL, AccountOrder.NEWEST, null);
        }

        /**
         * {@return the same, for one user}
         *
         * @param text a key, an e-mail address, phone number, user name or name of a profile, or its beginning; null
         *     for all
         */
        public Query finding(@Nullable String text) {
            return new Query(text, user, after, size, filter, order, at, log);
        }

        /**
         * {@return the same, for what belongs to one user}
         *
         * @param key of the user; null for all
         */
        public Query ofUser(@Nullable String key) {
            return new Query(find, key, after, size, filter, order, at, log);
        }

        /**
         * {@return the same, beginning behind a row}
         *
         * @param row as {@link AdminLists.Page#next} named it; null begins at the newest
         */
        public Query after(@Nullable String row) {
            return new Query(find, user, row, size, filter, order, at, log);
        }

        /**
         * {@return a copy with pages of another size}
         *
         * @param rows 1 to 200
         */
        public Query sized(int rows) {
            return new Query(find, user, after, rows, filter, order, at, log);
        }

        /**
         * {@return a copy for these users alone} A page looks at {@value #WINDOW} users and may have fewer rows than
         * its size, or none, while {@link AdminLists.Page#next} says that there are more to look at.
         *
         * @param users which of them
         */
        public Query filtered(AccountFilter users) {
            return new Query(find, user, after, size, users, order, at, log);
        }

        /**
         * {@return a copy for these sessions, codes or messages alone} A page looks at {@value #WINDOW} of them and
         * may have fewer rows than its size, or none, while {@link AdminLists.Page#next} says that there are more to
         * look at. Those of one user, but messages, are all looked at. A page of one period is no beginning for one
         * without.
         *
         * @param rows which of them
         */
        public Query matching(LogFilter rows) {
            return new Query(find, user, after, size, filter, order, at, rows);
        }

        /** {@return the same, the oldest key first} */
        public Query fromOldest() {
            return ordered(AccountOrder.OLDEST);
        }

        /**
         * {@return a copy in another order} A page of one order is no beginning for one of another.
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
         * {@return the same at a moment: a disabling that ended before it does not count, nor is a session or code
         * active}
         *
         * @param moment of the question
         */
        public Query at(Instant moment) {
            return new Query(find, user, after, size, filter, order, moment, log);
        }

        /** The search text may be an address. */
        @Override
        public String toString() {
            return "Query[after=" + after + ", size=" + size + "]";
        }
    }
}
