package dev.lockstile.auth.model;

/** What became of a message. */
public enum MessageStatus {
    SENT,
    FAILED,
    EXPIRED
}
