package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import java.time.Instant;

/**
 * A sign-in that a native client begins.
 *
 * @param transactionId to be shown together with the token
 * @param nonce to be given to the provider, as it is or as its hexadecimal SHA-256
 * @param expiresAt from this instant on the transaction is worth nothing
 */
public record SocialNonce(Secret transactionId, String nonce, Instant expiresAt) {}
