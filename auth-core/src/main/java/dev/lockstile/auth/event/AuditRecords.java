package dev.lockstile.auth.event;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an {@link AuditTrail}, for reading, for an archive, and for the end of their retention. Who may read,
 * the host decides: no method asks for a permission.
 */
public interface AuditRecords {

    /**
     * {@return a page of entries, the latest first} One statement finds it, over one range of an index; others find
     * where the last cut ended.
     *
     * @param query which entries
     */
    Page page(Query query);

    /**
     * Gives the entries as lines of JSON, the oldest first, each with the digest that ties it to the one before, and
     * last a line with the head. A holder of the key can check them without the database. Each entry is checked as it
     * is read.
     *
     * @param before gives entries up to the last one before the first of this time or later; null gives all
     * @param line told of each line, without its line feed
     * @return the head of what was given
     * @throws AuditFailedException at the first entry that is not as it was written
     */
    AuditTrail.Head export(@Nullable Instant before, Consumer<String> line);

    /**
     * Removes the entries up to a head that an export gave. An entry with that head is added to the trail first, so
     * that the trail shows what was removed, and a check goes on from there. A call that did not come to its end is
     * repeated.
     *
     * @param upTo as {@link #export} returned it
     * @param now when it is removed
     * @return how many entries were removed
     * @throws AuditFailedException when the trail does not go through that head
     */
    long cut(AuditTrail.Head upTo, Instant now);

    /**
     * Which entries are wanted.
     *
     * @param user about the account of this key; null for all
     * @param actor done by the user of this key to the account of another; null for all
     * @param name of this name, such as {@code authn_login_fail}; null for all
     * @param from of this time or later; null for all
     * @param until before this time; null for all
     * @param after behind this one, as {@link Page#next()} named it; null begins at the latest
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
         * @param user about the account of this key; null for all
         * @param actor done by the user of this key to the account of another; null for all
         * @param name of this name; null for all
         * @param from of this time or later; null for all
         * @param until before this time; null for all
         * @param after behind this one; null begins at the latest
         * @param size entries of a page, 1 to 200
         * @throws IllegalArgumentException for a size that is not 1 to 200
         */
        public Query {
            if (size < 1 || size > LARGEST) {
                throw new IllegalArgumentException("a page has 1 to " + LARGEST + " entries");
            }
        }

        /** {@return the latest entries of all} */
        public static Query all() {
            return new Query(null, null, null, null, null, null, 50);
        }

        /**
         * {@return the same about one account}
         *
         * @param key of the user; null for all
         */
        public Query ofUser(@Nullable String key) {
            return new Query(key, actor, name, from, until, after, size);
        }

        /**
         * {@return the same done by one user to the accounts of others}
         *
         * @param key of the user; null for all
         */
        public Query byActor(@Nullable String key) {
            return new Query(user, key, name, from, until, after, size);
        }

        /**
         * {@return the same of one name}
         *
         * @param kind such as {@code authn_login_fail}; null for all
         */
        public Query named(@Nullable String kind) {
            return new Query(user, actor, kind, from, until, after, size);
        }

        /**
         * {@return the same between two times}
         *
         * @param start of this time or later; null for all
         * @param end before this time; null for all
         */
        public Query between(@Nullable Instant start, @Nullable Instant end) {
            return new Query(user, actor, name, start, end, after, size);
        }

        /**
         * {@return the same, beginning behind an entry}
         *
         * @param place as {@link Page#next()} named it; null begins at the latest
         */
        public Query after(@Nullable Place place) {
            return new Query(user, actor, name, from, until, place, size);
        }

        /**
         * {@return a copy with pages of another size}
         *
         * @param entries 1 to 200
         */
        public Query sized(int entries) {
            return new Query(user, actor, name, from, until, after, entries);
        }
    }

    /**
     * Where a page begins.
     *
     * @param at time of the entry before it
     * @param number of the entry before it
     */
    record Place(Instant at, long number) {}

    /**
     * A page of entries.
     *
     * @param entries the latest first
     * @param next names the last one when there may be more; null at the end
     */
    record Page(List<Entry> entries, @Nullable Place next) {

        /**
         * Copies the list.
         *
         * @param entries the latest first
         * @param next names the last one when there may be more; null at the end
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
     * @param name in the words of the OWASP logging vocabulary
     * @param succeeded false for what was refused
     * @param user whose account it is about; null when it is not known
     * @param session it is about; null for none
     * @param detail how or why, in words of the library; null where the name says all
     * @param actor who acted on the account of another; null for its owner and for entries from before this was kept
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
