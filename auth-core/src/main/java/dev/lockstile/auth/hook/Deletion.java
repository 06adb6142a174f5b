package dev.lockstile.auth.hook;

import dev.lockstile.auth.model.UserInfo;
import java.time.Instant;

/**
 * An account that is about to be marked as deleted.
 *
 * @param user the account as it is
 * @param byOwner false when the host's administration deletes it
 * @param at the time of the flow
 */
public record Deletion(UserInfo user, boolean byOwner, Instant at) {}
