package dev.lockstile.auth.model;

/** The channel by which a message is sent. */
public enum Channel {
    /** An e-mail. */
    EMAIL,
    /** A text message. */
    SMS
}
