package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site that signs its holder in here.
 *
 * @param email as the provider told it last; no key to anything
 * @param linkedAt when it was linked, or came by an import
 */
public record LinkedAccount(
        String id,
        String provider,
        @Nullable String email,
        boolean emailVerified,
        Instant linkedAt,
        @Nullable Instant lastLoginAt) {}
