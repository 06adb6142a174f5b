package dev.lockstile.auth.account;

import dev.lockstile.auth.model.IdentifierKind;
import java.time.Instant;

/**
 * A new address or number that waits for its proof.
 *
 * @param kind e-mail or phone
 * @param challengeId names the code that was sent to it
 * @param validUntil from this instant on the code is worth nothing
 */
public record PendingChange(IdentifierKind kind, String challengeId, Instant validUntil) {}
