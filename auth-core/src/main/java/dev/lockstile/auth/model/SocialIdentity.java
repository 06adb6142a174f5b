package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What another site vouches for.
 *
 * @param provider the name the host gave the provider
 * @param issuer who gave out the id; null for an account that was imported and has not signed in since
 * @param providerUserId the issuer's own id of the account
 * @param email from the provider; null when it sent none
 * @param emailVerified true when the provider says that the address is its holder's
 * @param pictureUrl the provider's address of a picture; null when it sent none
 * @param lastLoginAt when it last signed in; null before the first sign-in
 */
public record SocialIdentity(
        String provider,
        @Nullable String issuer,
        String providerUserId,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String pictureUrl,
        @Nullable Instant lastLoginAt) {

    /**
     * Without an issuer, as former systems have it.
     *
     * @param provider the name the host gave the provider
     * @param providerUserId the issuer's own id of the account
     * @param email from the provider; null when it sent none
     * @param emailVerified true when the provider says that the address is its holder's
     * @param pictureUrl the provider's address of a picture; null when it sent none
     * @param lastLoginAt when it last signed in; null before the first sign-in
     */
    public SocialIdentity(
            String provider,
            String providerUserId,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String pictureUrl,
            @Nullable Instant lastLoginAt) {
        this(provider, null, providerUserId, email, emailVerified, pictureUrl, lastLoginAt);
    }

    /** {@return the same as an import writes it} */
    public SocialIdentity withoutIssuer() {
        return new SocialIdentity(provider, providerUserId, email, emailVerified, pictureUrl, lastLoginAt);
    }

    @Override
    public String toString() {
        return "SocialIdentity[" + provider + "]";
    }
}
