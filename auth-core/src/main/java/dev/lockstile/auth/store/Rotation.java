package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SessionState;
import java.time.Instant;

/**
 * A change of a session's token.
 *
 * @param seen the token that must still be the live one
 * @param next the token that takes its place
 * @param profileRef the profile in which the user acts from now on
 * @param idleUntil the new end of the idle time
 * @param now the time of the flow
 */
public record Rotation(
        SessionState.Token seen, SessionState.Token next, String profileRef, Instant idleUntil, Instant now) {}
