package dev.lockstile.auth.legacy;

/** What a former system says. */
public enum LegacyVerdict {
    /** Yes. */
    MATCH,
    /**
     * Somebody there has the identifier, unproven beside a proven one: it is theirs, and no message to it brings them in.
     * Said of an identifier alone.
     */
    UNPROVEN,
    /** No, and it is sure. */
    NO_MATCH,
    /** It could not be asked. Nothing follows from it: the person is told to try again, and nothing is remembered. */
    UNKNOWN
}
