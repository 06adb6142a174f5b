package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What another site vouches for.
 *
 * @param issuer who gave out the id; null for an account that was imported and has not signed in since
 */
public record SocialIdentity(
        String provider,
        @Nullable String issuer,
        String providerUserId,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String pictureUrl,
        @Nullable Instant lastLoginAt) {

    /** Without an issuer, as former systems have it. */
    public SocialIdentity(
            String provider,
            String providerUserId,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String pictureUrl,
            @Nullable Instant lastLoginAt) {
        this(provider, null, providerUserId, email, emailVerified, pictureUrl, lastLoginAt);
    }

    /** The same as an import writes it. */
    public SocialIdentity withoutIssuer() {
        return new SocialIdentity(provider, providerUserId, email, emailVerified, pictureUrl, lastLoginAt);
    }

    @Override
    public String toString() {
        return "SocialIdentity[" + provider + "]";
    }
}
