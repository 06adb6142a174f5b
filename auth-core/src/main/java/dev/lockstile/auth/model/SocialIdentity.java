package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What another site vouches for. */
public record SocialIdentity(
        String provider,
        String providerUserId,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String pictureUrl,
        @Nullable Instant lastLoginAt) {

    @Override
    public String toString() {
        return "SocialIdentity[" + provider + "]";
    }
}
