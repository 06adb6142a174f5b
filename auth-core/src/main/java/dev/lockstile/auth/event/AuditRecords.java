package dev.lockstile.auth.event;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an {@link AuditTrail}: reading, export to an archive, and removal after their retention period. No
 * method checks a permission; the host has to authorize its callers.
 */
public interface AuditRecords {

    /**
     * {@return a page of entries, latest first} One statement reads it by one index range; further ones find the end of
     * the last removal.
     *
     * @param query selects the entries
     */
    Page page(Query query);

    /**
     * Exports the entries as lines of JSON, oldest first, each with the digest that chains it to the one before,
     * followed by a line with the head. A holder of the key can verify the lines without the database. Each entry is
     * verified when it is read.
     *
     * @param before ends the export before the first entry of this time or later; null for all entries
     * @param line called with each line, without its line feed
     * @return the head of the exported entries
     * @throws AuditFailedException at the first entry that was tampered with
     */
    AuditTrail.Head export(@Nullable Instant before, Consumer<String> line);

    /**
     * Removes the entries up to the head of an export. An entry with that head is first added to the trail, so that it
     * records the removal and later verifications start there. After an interruption repeat the call.
     *
     * @param upTo the head from {@link #export}
     * @param now the time of the removal
     * @return how many entries were removed
     * @throws AuditFailedException when the trail does not contain that head
     */
    long cut(AuditTrail.Head upTo, Instant now);

    /**
     * A selection of entries.
     *
     * @param user entries about the account with this key; null for all
     * @param actor entries of acts of the user with this key on other accounts; null for all
     * @param name entries with this name, for instance {@code authn_login_fail}; null for all
     * @param from entries of this time or later; null for all
     * @param until entries before this time; null for all
     * @param after entries older than this position, from {@link Page#next()}; null to start at the latest
     * @param size entries of a page, 1 to 200
     */
    record Query(
            @Nullable String user,
            @Nullable String actor,
            @Nullable String name,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Place after,
            int size) {

        private static final int LARGEST = 200;

        /**
         * Checks the size.
         *
         * @param user entries about the account with this key; null for all
         * @param actor entries of acts of the user with this key on other accounts; null for all
         * @param name entries with this name; null for all
         * @param from entries of this time or later; null for all
         * @param until entries before this time; null for all
         * @param after entries older than this position; null to start at the latest
         * @param size entries of a page, 1 to 200
         * @throws IllegalArgumentException for a size that is not 1 to 200
         */
        public Query {
            if (size < 1 || size > LARGEST) {
                throw new IllegalArgumentException("a page has 1 to " + LARGEST + " entries");
            }
        }

        /** {@return a query for the latest entries of all accounts} */
        public static Query all() {
            return new Query(null, null, null, null, null, null, 50);
        }

        /**
         * {@return a copy for one account}
         *
         * @param key of the user; null for all
         */
        public Query ofUser(@Nullable String key) {
            return new Query(key, actor, name, from, until, after, size);
        }

        /**
         * {@return a copy for the acts of one user on other accounts}
         *
         * @param key of the user; null for all
         */
        public Query byActor(@Nullable String key) {
            return new Query(user, key, name, from, until, after, size);
        }

        /**
         * {@return a copy for entries with one name}
         *
         * @param kind for instance {@code authn_login_fail}; null for all
         */
        public Query named(@Nullable String kind) {
            return new Query(user, actor, kind, from, until, after, size);
        }

        /**
         * {@return a copy for entries between two times}
         *
         * @param start entries of this time or later; null for all
         * @param end entries before this time; null for all
         */
        public Query between(@Nullable Instant start, @Nullable Instant end) {
            return new Query(user, actor, name, start, end, after, size);
        }

        /**
         * {@return a copy that starts after a position}
         *
         * @param place from {@link Page#next()}; null to start at the latest
         */
        public Query after(@Nullable Place place) {
            return new Query(user, actor, name, from, until, place, size);
        }

        /**
         * {@return a copy with another page size}
         *
         * @param entries 1 to 200
         */
        public Query sized(int entries) {
            return new Query(user, actor, name, from, until, after, entries);
        }
    }

    /**
     * The position at which a page starts.
     *
     * @param at time of the entry before it
     * @param number of the entry before it
     */
    record Place(Instant at, long number) {}

    /**
     * A page of entries.
     *
     * @param entries latest first
     * @param next position for the next page; null at the end
     */
    record Page(List<Entry> entries, @Nullable Place next) {

        /**
         * Copies the list.
         *
         * @param entries latest first
         * @param next position for the next page; null at the end
         */
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry.
     *
     * @param number counted from 1
     * @param at when it happened
     * @param name by the OWASP logging vocabulary
     * @param succeeded false for a refusal
     * @param user the account concerned; null when not known
     * @param session the session concerned; null for none
     * @param detail the method or reason, in fixed terms of the library; null for none
     * @param actor the user who acted on another user's account; null for the owner and for entries written before
     *     actors were recorded
     */
    record Entry(
            long number,
            Instant at,
            String name,
            boolean succeeded,
            @Nullable String user,
            @Nullable String session,
            @Nullable String detail,
            @Nullable String actor) {}
}
