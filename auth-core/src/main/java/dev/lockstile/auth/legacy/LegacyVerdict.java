package dev.lockstile.auth.legacy;

/** What a former system says. */
public enum LegacyVerdict {
    /** Yes. */
    MATCH,
    /** No, and it is sure. */
    NO_MATCH,
    /** It could not be asked. Nothing follows from it: the person is told to try again, and nothing is remembered. */
    UNKNOWN
}
