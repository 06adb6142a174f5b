package dev.lockstile.auth.model;

/** The kind of client, which decides the shape of answers and the life of a session. */
public enum ClientKind {
    /** A browser. */
    WEB,
    /** An application on a phone or tablet; it has to say which device it is on. */
    MOBILE
}
