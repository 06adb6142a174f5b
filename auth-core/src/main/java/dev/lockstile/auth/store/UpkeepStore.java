package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKeys;
import dev.lockstile.auth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counting and removing in bulk, in a transaction. Where the host keeps no such table there is nothing. */
public interface UpkeepStore {

    /**
     * {@return the codes by channel, in one statement over one range of the index by time}
     *
     * @param since counts codes made from this instant on
     * @param today when the day began
     * @param now the time of the flow
     */
    Map<Channel, CodeCounts> codes(Instant since, Instant today, Instant now);

    /**
     * {@return how many rows there are to remove}
     *
     * @param what the kind
     * @param before dead since this instant or longer
     */
    long count(RetentionCategory what, Instant before);

    /**
     * Removes some, each only if it still is what it was when it was looked for: one conditional statement on at most
     * so many rows, so that nothing in use waits for long or is lost.
     *
     * @param what the kind
     * @param before dead since this instant or longer
     * @param max at most this many
     * @param now the time of the flow
     * @return how many were removed; fewer than requested when no more are left or other nodes removed them
     */
    int remove(RetentionCategory what, Instant before, int max, Instant now);

    /** Rows that are no longer needed once they are old enough; in the order in which they are removed. */
    enum RetentionCategory {
        /**
         * People who registered, owned no identifier since, never signed in, and whose last message ran out by then.
         * They are marked as deleted, with what belongs to them. The evidence is their codes: people who came any other
         * way have none and stay.
         */
        REGISTRATIONS,
        /** Codes and links that ran out by then, whatever became of them. */
        CODES,
        /**
         * Sessions whose absolute lifetime was over by then. One that ended early stays until then: so long a stolen
         * refresh token of it can still be shown, and is to be known (RFC 9700 4.14.2).
         */
        SESSIONS,
        /** Challenges, such as a sign-in between its two factors, that ran out by then, whatever became of them. */
        CHALLENGES,
        /** Authenticator applications whose enrolment ran out by then without a first code. Those that count stay. */
        UNCONFIRMED_TOTP,
        /**
         * Recovery codes of sets that were ended by then. Those of the set that counts stay, the used ones among them.
         */
        RECOVERY_CODES,
        /** Trusted browsers whose time was over by then; one that was ended early stays until then. */
        TRUSTED_BROWSERS,
        /** API keys that expired by then; one that was revoked early stays until then. */
        API_KEYS,
        /** Messages of the outbox that were finished by then. */
        MESSAGES,
        /** Counters of throttles that hold nothing any more. */
        COUNTERS,
        /** The log of text messages. */
        SMS_LOG,
        /** The log of e-mails. */
        EMAIL_LOG,
        /** The host's table of events; the audit trail with its chain is never touched. */
        EVENTS
    }

    /**
     * One-time codes and links in figures.
     *
     * @param total codes that the store still holds
     * @param today those of them that were made since the day began
     * @param verified used ones
     * @param expired those that ran out unused
     */
    record CodeCounts(long total, long today, long verified, long expired) {

        /** No code at all. */
        public static final CodeCounts NONE = new CodeCounts(0, 0, 0, 0);

        /**
         * {@return the figures of both together}
         *
         * @param other added figure by figure
         */
        public CodeCounts plus(CodeCounts other) {
            return new CodeCounts(
                    total + other.total, today + other.today, verified + other.verified, expired + other.expired);
        }
    }

    /**
     * {@return the stored phone numbers of users who are there, in the order of the users' keys}
     *
     * @param after the last user of the page before; null for the first page
     * @param limit at most this many; fewer mean the end
     */
    List<StoredPhone> phones(@Nullable UserId after, int limit);

    /**
     * Stores a number in another form of the same line, one conditional update. A number that its user owns is owned by
     * the key of the new form; the proof stays.
     *
     * @param seen as it was read; what was changed meanwhile is left alone
     * @param current the form of today
     * @param now when it is changed
     * @return false when the number or its key is another by now, or the user is gone; a number that another user owns
     *     ends the work with {@link KeyTakenException}
     */
    boolean respell(StoredPhone seen, Identifier current, Instant now);

    /**
     * A phone number as it is stored.
     *
     * @param user whose it is
     * @param value the text of its column
     * @param key by which it is owned; null when it is not
     */
    record StoredPhone(UserId user, String value, @Nullable String key) {

        /** {@return whether the key makes the user the owner, rather than marking a number that was given up} */
        public boolean isOwned() {
            return key != null && !key.equals(IdentifierKeys.ofNobody(user));
        }

        @Override
        public String toString() {
            return "StoredPhone[" + user + "]";
        }
    }
}
