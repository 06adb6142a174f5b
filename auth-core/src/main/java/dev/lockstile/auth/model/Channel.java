package dev.lockstile.auth.model;

/** How a message reaches a person. */
public enum Channel {
    EMAIL,
    SMS
}
