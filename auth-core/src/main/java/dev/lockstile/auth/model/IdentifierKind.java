package dev.lockstile.auth.model;

/** The kinds of identifiers, none of which takes precedence. */
public enum IdentifierKind {
    /** An e-mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** A user name, which receives no messages and so cannot be proven. */
    USERNAME
}
