package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/**
 * A person whose changes do not go out until somebody has looked.
 *
 * @param reason a stable code, or the kind of the last failure
 * @param parkedAt since when
 */
public record DeadLetter(UserId user, String reason, Instant parkedAt) {}
