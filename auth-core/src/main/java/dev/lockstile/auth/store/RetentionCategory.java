package dev.lockstile.auth.store;

/** Rows that nobody needs any more once they are old enough; in the order in which they are removed. */
public enum RetentionCategory {
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
