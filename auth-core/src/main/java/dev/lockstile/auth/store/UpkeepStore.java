package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts and removes rows in bulk, in the transaction of an {@link AuthTx}. A kind of row for which the store has no
 * table counts as 0 rows.
 */
public interface UpkeepStore {

    /**
     * {@return the numbers of codes by channel} Runs one statement over one range of the index by creation time.
     *
     * @param since counts codes created at or after this time
     * @param today when the current day began
     * @param now the current time
     */
    Map<Channel, CodeCounts> codes(Instant since, Instant today, Instant now);

    /**
     * {@return the number of rows that {@link #remove} would remove}
     *
     * @param what the kind of row
     * @param before counts rows that expired at or before this time
     */
    long count(RetentionCategory what, Instant before);

    /**
     * Removes expired rows. Each row is checked again when it is removed, so that a row that came into use meanwhile
     * stays.
     *
     * @param what the kind of row
     * @param before removes rows that expired at or before this time
     * @param max maximum number of rows
     * @param now the current time
     * @return the number of rows removed; less than {@code max} when no others are left, or other nodes have removed
     *     some
     */
    int remove(RetentionCategory what, Instant before, int max, Instant now);

    /** The kinds of rows that are removed some time after they have expired, in the order of removal. */
    enum RetentionCategory {
        /**
         * Accounts that were registered but never proven: they have a code of a registration or sign-in, own no
         * identifier, have never signed in, and their last code expired by then. They are marked as deleted as
         * {@link UserStore#softDelete} does. Accounts without such a code, as after an import, stay.
         */
        REGISTRATIONS,
        /** Codes and links that expired by then, in any state. */
        CODES,
        /**
         * Sessions whose absolute lifetime ended by then. A session that was ended early stays until that time, so that
         * the use of a stolen refresh token is still recognised (RFC 9700 4.14.2).
         */
        SESSIONS,
        /** Challenges, such as a sign-in between its two factors, that expired by then, in any state. */
        CHALLENGES,
        /** Authenticator applications whose enrolment expired by then without a confirmation. */
        UNCONFIRMED_TOTP,
        /** Recovery codes that were ended by then. Codes that were not ended stay, used ones included. */
        RECOVERY_CODES,
        /**
         * Trusted browsers whose trust expired by then; a browser whose trust was revoked early stays until that time.
         */
        TRUSTED_BROWSERS,
        /** API keys that expired by then; a key that was revoked early stays until that time. */
        API_KEYS,
        /** Messages of the outbox that were finished by then. */
        MESSAGES,
        /** Counters of rate limits whose window ended by then and which are not closed. */
        COUNTERS,
        /** Entries of the text message log that were created by then. */
        SMS_LOG,
        /** Entries of the e-mail log that were created by then. */
        EMAIL_LOG,
        /** Events that happened by then, in the host's table of events. The audit trail is not affected. */
        EVENTS
    }

    /**
     * Numbers of one-time codes and links.
     *
     * @param total all codes of the range
     * @param today codes created since the current day began
     * @param verified used codes
     * @param expired codes that expired unused
     */
    record CodeCounts(long total, long today, long verified, long expired) {

        /** No codes. */
        public static final CodeCounts NONE = new CodeCounts(0, 0, 0, 0);

        /**
         * {@return the sums of both}
         *
         * @param other added number by number
         */
        public CodeCounts plus(CodeCounts other) {
            return new CodeCounts(
                    total + other.total, today + other.today, verified + other.verified, expired + other.expired);
        }
    }

    /**
     * {@return the stored phone numbers of users who are not deleted, in order of the users' keys}
     *
     * @param after last user of the previous page; null for the first page
     * @param limit maximum number of results; fewer mean that no others are left
     */
    List<StoredPhone> phones(@Nullable UserId after, int limit);

    /**
     * Stores a phone number in another form of the same line, with one conditional update. An owned number is owned by
     * the key of the new form from then on. The time of the proof does not change.
     *
     * <p>A number that another user owns makes the enclosing work fail with {@link KeyTakenException}.
     *
     * @param seen the number and key as read
     * @param current the number in its current form
     * @param now the time at which the flow began
     * @return false when the number or key has changed since it was read, or the user does not exist or is deleted
     */
    boolean respell(StoredPhone seen, Identifier current, Instant now);

    /**
     * A phone number as stored.
     *
     * @param user the user of the number
     * @param value the text of the column
     * @param key identifier key as stored; null when there is none
     */
    record StoredPhone(UserId user, String value, @Nullable String key) {

        /**
         * {@return true when the key makes the user the owner; false also for the key {@link IdentifierKeys#ofNobody}}
         */
        public boolean isOwned() {
            return key != null && !key.equals(IdentifierKeys.ofNobody(user));
        }

        @Override
        public String toString() {
            return "StoredPhone[" + user + "]";
        }
    }
}
