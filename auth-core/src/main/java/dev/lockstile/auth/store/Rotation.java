package dev.lockstile.auth.store;

import dev.lockstile.auth.model.SessionToken;
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
public record Rotation(SessionToken seen, SessionToken next, String profileRef, Instant idleUntil, Instant now) {}
