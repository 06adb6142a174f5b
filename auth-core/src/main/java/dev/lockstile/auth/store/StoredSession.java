package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SessionState;

/** A session with its user, as read in one statement. */
public record StoredSession(SessionState state, StoredUser user) {}
