package dev.lockstile.auth.model;

/** How a message reaches a person. */
public enum Channel {
    /** An e-mail. */
    EMAIL,
    /** A text message. */
    SMS
}
