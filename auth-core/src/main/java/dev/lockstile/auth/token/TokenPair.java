package dev.lockstile.auth.token;

import dev.lockstile.auth.model.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signed-in client holds.
 *
 * @param access signed, short-lived (RFC 9068)
 * @param refresh opaque, good for one use; null where an access token alone was handed out, after a switch of the profile
 *     without the refresh token: the client's own one stays good
 */
public record TokenPair(Secret access, @Nullable Secret refresh, Instant accessExpiresAt) {}
