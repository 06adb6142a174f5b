package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site, with the values that the provider sent.
 *
 * @param provider the name that the host gave the provider
 * @param issuer the issuer of the subject; null for an imported account that has not signed in since
 * @param providerUserId the subject: the issuer's id of the account
 * @param email the e-mail address that the provider sent; null when it sent none
 * @param emailVerified true when the provider states that the address belongs to the holder of the account
 * @param pictureUrl the URL of a picture that the provider sent; null when it sent none
 * @param lastLoginAt when the account last signed its user in; null before the first sign-in
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
     * Creates an identity without an issuer, as imports do.
     *
     * @param provider the name that the host gave the provider
     * @param providerUserId the subject: the issuer's id of the account
     * @param email the e-mail address that the provider sent; null when it sent none
     * @param emailVerified true when the provider states that the address belongs to the holder of the account
     * @param pictureUrl the URL of a picture that the provider sent; null when it sent none
     * @param lastLoginAt when the account last signed its user in; null before the first sign-in
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

    /** {@return a copy without the issuer, as imports write it} */
    public SocialIdentity withoutIssuer() {
        return new SocialIdentity(provider, providerUserId, email, emailVerified, pictureUrl, lastLoginAt);
    }

    @Override
    public String toString() {
        return "SocialIdentity[" + provider + "]";
    }
}
