package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site that signs its holder in here.
 *
 * @param id by which its owner unlinks it
 * @param provider the name the host gave the provider
 * @param email as the provider told it last; no key to anything
 * @param emailVerified whether the provider called the address verified
 * @param linkedAt when it was linked, or came by an import
 * @param lastLoginAt when it last signed in; null before the first sign-in
 */
public record LinkedAccount(
        String id,
        String provider,
        @Nullable String email,
        boolean emailVerified,
        Instant linkedAt,
        @Nullable Instant lastLoginAt) {}
