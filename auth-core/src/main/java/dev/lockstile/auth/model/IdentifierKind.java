package dev.lockstile.auth.model;

/** The three kinds of identifier, equal among each other. */
public enum IdentifierKind {
    EMAIL,
    PHONE,
    USERNAME
}
