package dev.lockstile.auth.legacy;

/** The answer of a source system. */
public enum LegacyVerdict {
    /** Yes. */
    MATCH,
    /**
     * A user of the source system has the identifier, unproven beside a proven one: it is theirs, and no message to it
     * imports them. Said of an identifier alone.
     */
    UNPROVEN,
    /** No, and it is sure. */
    NO_MATCH,
    /** It could not be asked. Nothing follows from it: the person is told to try again, and nothing is remembered. */
    UNKNOWN
}
