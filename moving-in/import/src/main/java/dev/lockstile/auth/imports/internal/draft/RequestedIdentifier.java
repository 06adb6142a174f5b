package dev.lockstile.auth.imports.internal.draft;

/** What a person's identifier is to be, if rule 1 on shared identifiers gives it to that person. */
public enum RequestedIdentifier {
    /** A sign-in name. */
    OWN,
    /** A sign-in name if no account has it as a real one: an old e-mail without {@code @} that becomes a user name. */
    OWN_IF_FREE,
    /** Data only: kept as text, opens no account. */
    KEEP_TEXT
}
