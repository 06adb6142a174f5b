package dev.lockstile.auth.internal.jose;

import java.time.Instant;

/**
 * An access token that was read and found to be ours and valid.
 *
 * @param id the {@code jti}
 */
public record ParsedAccessToken(AccessTokenClaims claims, String id, Instant issuedAt, Instant expiresAt) {}
