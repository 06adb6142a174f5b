package dev.lockstile.auth.model;

/** The kind of client, which decides the shape of answers and the life of a session. */
public enum ClientKind {
    WEB,
    MOBILE
}
