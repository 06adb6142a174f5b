package dev.lockstile.auth.model;

/** The kind of client, which determines the form of responses and the lifetime of a session. */
public enum ClientKind {
    /** A browser. */
    WEB,
    /** An application on a phone or tablet, which must name its device. */
    MOBILE
}
