package dev.lockstile.auth.cutover.writeback;

import dev.lockstile.auth.model.UserId;
import java.time.Instant;

/**
 * A user whose changes are not sent until an operator retries them.
 *
 * @param user whose changes they are
 * @param reason a stable code, or the kind of the last failure
 * @param deadLetterAt when the last attempt was given up
 */
public record DeadLetter(UserId user, String reason, Instant deadLetterAt) {}
