package dev.lockstile.auth.cutover.writeback;

/** The kinds of change of a user that write-back sync sends. */
public enum UserChange {
    /** Registered, another or a newly proven identifier, another name. */
    IDENTITY,

    /** The person set another password, or it was taken away. A re-hash of the same one is no change. */
    PASSWORD,

    /** Disabled, enabled, deleted or restored. */
    STATUS
}
