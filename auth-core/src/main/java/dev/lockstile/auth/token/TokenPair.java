package dev.lockstile.auth.token;

import dev.lockstile.auth.model.Secret;
import java.time.Instant;

/**
 * What a signed-in client holds.
 *
 * @param access signed, short-lived (RFC 9068)
 * @param refresh opaque, good for one use
 */
public record TokenPair(Secret access, Secret refresh, Instant accessExpiresAt) {}
