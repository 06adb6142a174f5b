package dev.lockstile.auth.model;

/** The three kinds of identifier, equal among each other. */
public enum IdentifierKind {
    /** An e-mail address. */
    EMAIL,
    /** A phone number. */
    PHONE,
    /** A user name, which cannot be proven and no message reaches. */
    USERNAME
}
