package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site by which its holder can sign in.
 *
 * @param id public id of the link, for unlinking it
 * @param provider the host's name of the provider
 * @param email the address last sent by the provider; not an identifier
 * @param emailVerified whether the provider reported the address as verified
 * @param linkedAt when it was linked or imported
 * @param lastLoginAt its last sign-in; null before the first one
 */
public record LinkedAccount(
        String id,
        String provider,
        @Nullable String email,
        boolean emailVerified,
        Instant linkedAt,
        @Nullable Instant lastLoginAt) {}
