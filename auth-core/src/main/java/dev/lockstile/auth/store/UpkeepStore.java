package dev.lockstile.auth.store;

import dev.lockstile.auth.model.Channel;
import java.time.Instant;
import java.util.Map;

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
     * Removes some, each only if it still is what it was when it was looked for: one conditional statement on at most so
     * many rows, so that nothing in use waits for long or is lost.
     *
     * @param what the kind
     * @param before dead since this instant or longer
     * @param max at most this many
     * @param now the time of the flow
     * @return how many were removed; less than asked for when no more are left or others were quicker
     */
    int remove(RetentionCategory what, Instant before, int max, Instant now);

    /** Rows that nobody needs any more once they are old enough; in the order in which they are removed. */
    enum RetentionCategory {
        /**
         * People who registered, owned no identifier since, never signed in, and whose last message ran out by then. They are
         * marked as deleted, with what belongs to them. The evidence is their codes: people who came any other way have none
         * and stay.
         */
        REGISTRATIONS,
        /** Codes and links that ran out by then, whatever became of them. */
        CODES,
        /**
         * Sessions whose absolute lifetime was over by then. One that ended early stays until then: so long a stolen refresh
         * token of it can still be shown, and is to be known (RFC 9700 4.14.2).
         */
        SESSIONS,
        /** Challenges, such as a sign-in between its two factors, that ran out by then, whatever became of them. */
        CHALLENGES,
        /** Authenticator applications whose enrolment ran out by then without a first code. Those that count stay. */
        UNCONFIRMED_TOTP,
        /** Recovery codes of sets that were ended by then. Those of the set that counts stay, the used ones among them. */
        RECOVERY_CODES,
        /** Trusted browsers whose time was over by then; one that was ended early stays until then. */
        TRUSTED_BROWSERS,
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
     * @param verified those that somebody used
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
}
