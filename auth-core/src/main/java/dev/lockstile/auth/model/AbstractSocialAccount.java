package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account at another site, such as Google, that is linked to a user and signs the user in. It is identified by
 * issuer and subject, never by e-mail address (OpenID Connect Core 5.7, ASVS 6.8.1).
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractSocialAccount() {}

    /** {@return the name that the host gave the provider; null until {@link #link} fills the row} */
    public @Nullable String getProvider() {
        return provider;
    }

    /** {@return the issuer of the subject; null for an imported account that has not signed in since} */
    public @Nullable String getIssuer() {
        return issuer;
    }

    /** {@return the subject: the issuer's id of the account; null until {@link #link} fills the row} */
    public @Nullable String getProviderUserId() {
        return providerUserId;
    }

    /**
     * {@return the e-mail address that the provider sent, which is not an identifier of the user; null when it sent
     * none}
     */
    public @Nullable String getEmail() {
        return email;
    }

    /** {@return true when the provider states that the address belongs to the holder of the account} */
    public boolean isEmailVerified() {
        return emailVerified;
    }

    /** {@return the URL of a picture that the provider sent; null when it sent none} */
    public @Nullable String getPictureUrl() {
        return pictureUrl;
    }

    /** {@return when the account last signed its user in; null before the first sign-in} */
    public @Nullable Instant getLastLoginAt() {
        return lastLoginAt;
    }

    /**
     * {@return the time of the provider's last event that the account is disabled; null when there was none, or an
     * administrator lifted the suspension}
     */
    public @Nullable Instant getSuspendedAt() {
        return suspendedAt;
    }

    /**
     * {@return when the account was last known to be enabled, from an event of the provider, a sign-in or an
     * administrator; null when it never was}
     */
    public @Nullable Instant getResumedAt() {
        return resumedAt;
    }

    /** {@return the time of the provider's last event that revokes earlier sign-ins; null when there was none} */
    public @Nullable Instant getRevokedAt() {
        return revokedAt;
    }

    /** {@return true while the provider has disabled the account, so that it cannot sign its user in} */
    public boolean isSuspended() {
        return suspendedAt != null && (resumedAt == null || !resumedAt.isAfter(suspendedAt));
    }

    /**
     * Sets the values that the provider sent.
     *
     * @param identity the values of the row
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
