package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site that signs its holder in. Known by issuer and the issuer's own id, never by e-mail
 * (OpenID Connect Core 5.7, ASVS 6.8.1).
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractSocialAccount<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "provider", length = 30, nullable = false)
    private @Nullable String provider;

    @Column(name = "issuer", length = 255)
    private @Nullable String issuer;

    @Column(name = "provider_user_id", length = 255, nullable = false)
    private @Nullable String providerUserId;

    @Column(name = "email", length = 254)
    private @Nullable String email;

    @Column(name = "email_verified", nullable = false)
    private boolean emailVerified;

    @Column(name = "picture_url", length = 1000)
    private @Nullable String pictureUrl;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    @Column(name = "resumed_at")
    private @Nullable Instant resumedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractSocialAccount() {}

    /** {@return the name the host gave the provider; null before the row is filled} */
    public @Nullable String getProvider() {
        return provider;
    }

    /** {@return who gave out the id; null for an account that was imported and has not signed in since} */
    public @Nullable String getIssuer() {
        return issuer;
    }

    /** {@return the issuer's own id of the account; null before the row is filled} */
    public @Nullable String getProviderUserId() {
        return providerUserId;
    }

    /** {@return the address from the provider; not an identifier; null when it sent none} */
    public @Nullable String getEmail() {
        return email;
    }

    /** {@return true when the provider says that the address is its holder's} */
    public boolean isEmailVerified() {
        return emailVerified;
    }

    /** {@return the provider's address of a picture; null when it sent none} */
    public @Nullable String getPictureUrl() {
        return pictureUrl;
    }

    /** {@return when it last signed in; null before the first sign-in} */
    public @Nullable Instant getLastLoginAt() {
        return lastLoginAt;
    }

    /** {@return when the provider last said that the account there is disabled; null for never} */
    public @Nullable Instant getSuspendedAt() {
        return suspendedAt;
    }

    /** {@return when the provider last said that the account there is enabled, or let its holder in; null for never} */
    public @Nullable Instant getResumedAt() {
        return resumedAt;
    }

    /** {@return when the provider last said that sign-ins of before are over; null for never} */
    public @Nullable Instant getRevokedAt() {
        return revokedAt;
    }

    /** {@return true while the provider has the account disabled: then it signs no account in here} */
    public boolean isSuspended() {
        return suspendedAt != null && (resumedAt == null || !resumedAt.isAfter(suspendedAt));
    }

    /**
     * Takes over what the provider vouches for.
     *
     * @param identity what the row holds from then on
     */
    public void link(SocialIdentity identity) {
        provider = identity.provider();
        issuer = identity.issuer();
        providerUserId = identity.providerUserId();
        email = identity.email();
        emailVerified = identity.emailVerified();
        pictureUrl = identity.pictureUrl();
        lastLoginAt = identity.lastLoginAt();
    }
}
