package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a program calls the host on behalf of its owner. The row holds keyed digests of the key's secret and
 * of the one that a rotation replaced; neither can be used (ASVS 6.5.2).
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractApiKey<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "key_id", length = 64, nullable = false, unique = true)
    private @Nullable String keyId;

    @Column(name = "profile_ref", length = 64, nullable = false)
    private @Nullable String profileRef;

    @Column(name = "name", length = 64, nullable = false)
    private @Nullable String name;

    @Column(name = "scopes", length = 2000, nullable = false)
    private @Nullable String scopes;

    @Column(name = "secret_digest", length = 64, nullable = false)
    private @Nullable String secretDigest;

    @Column(name = "previous_digest", length = 64)
    private @Nullable String previousDigest;

    @Column(name = "previous_until")
    private @Nullable Instant previousUntil;

    @Column(name = "expires_at", nullable = false)
    private @Nullable Instant expiresAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractApiKey() {}

    /** {@return the public name of the key; null before the row is filled} */
    public @Nullable String getKeyId() {
        return keyId;
    }

    /** {@return what its owner calls it; null before the row is filled} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return when it expires; null before the row is filled} */
    public @Nullable Instant getExpiresAt() {
        return expiresAt;
    }

    /** {@return about when it was last used, to the hour; null when it never was} */
    public @Nullable Instant getLastUsedAt() {
        return lastUsedAt;
    }

    /** {@return when it was revoked; null while it is not} */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /**
     * Fills a new row.
     *
     * @param state what the row holds from then on
     */
    public void issue(ApiKeyState state) {
        keyId = state.keyId();
        profileRef = state.profileRef();
        name = state.name();
        scopes = state.scopeText();
        secretDigest = state.secrets().digest();
        previousDigest = state.secrets().previous();
        previousUntil = state.secrets().previousUntil();
        expiresAt = state.times().expiresAt();
        lastUsedAt = state.times().lastUsedAt();
    }
}
