package dev.lockstile.auth.model;

/**
 * A session as it stands in the store.
 *
 * @param profileRef textual key of the profile in which the user acts
 */
public record SessionState(
        SessionId id, String profileRef, SessionOrigin origin, SessionToken token, SessionTimes times) {}
