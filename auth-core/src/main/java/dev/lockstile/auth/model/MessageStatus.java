package dev.lockstile.auth.model;

/** What became of a message. */
public enum MessageStatus {
    /** A provider took it; whether it arrived is not known. */
    SENT,
    /** No provider took it, and it is not tried again. */
    FAILED,
    /** It was not sent before what it says was over. */
    EXPIRED
}
