package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;

/**
 * The proof of a new address or number.
 *
 * @param challengeId as it stands in {@link PendingChange}
 * @param code as it was sent to the new address or number
 */
public record ChangeProof(String challengeId, Secret code) {}
