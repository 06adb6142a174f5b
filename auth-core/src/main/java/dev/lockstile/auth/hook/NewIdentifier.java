package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;

/**
 * A change of what a person signs in by.
 *
 * @param before the account as it was
 * @param next the new address or number, proven, or the new user name
 * @param at the time of the flow
 */
public record NewIdentifier(UserInfo before, Identifier next, Instant at) {}
