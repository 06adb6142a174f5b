package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody says to be at another site.
 *
 * @param provider the name the host gave the provider
 * @param transactionId of {@link SocialLogin#nonce}; null only where the host takes ID tokens without a nonce
 * @param proof its nonce is left empty: the transaction knows it
 */
public record SocialClaim(String provider, @Nullable Secret transactionId, SocialProof proof) {}
