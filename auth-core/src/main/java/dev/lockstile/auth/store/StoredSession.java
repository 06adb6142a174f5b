package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SessionState;

/**
 * A session with its user, as read in one statement.
 *
 * @param state the session's row as one value
 * @param user as it is now
 */
public record StoredSession(SessionState state, StoredUser user) {}
