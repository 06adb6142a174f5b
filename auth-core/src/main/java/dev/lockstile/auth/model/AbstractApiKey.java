package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program calls the host on behalf of the key's owner. The row holds keyed digests of the current
 * secret and of the one that the last rotation replaced; a digest does not authenticate (ASVS 6.5.2).
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractApiKey() {}

    /** {@return the public id of the key, which is part of the key; null until {@link #issue} fills the row} */
    public @Nullable String getKeyId() {
        return keyId;
    }

    /** {@return the name that the owner gave the key; null until {@link #issue} fills the row} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return when the key expires; null until {@link #issue} fills the row} */
    public @Nullable Instant getExpiresAt() {
        return expiresAt;
    }

    /** {@return when the key was last used, noted about once an hour; null before its first use} */
    public @Nullable Instant getLastUsedAt() {
        return lastUsedAt;
    }

    /** {@return when the key was revoked; null while it is not} */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /**
     * Fills a new row.
     *
     * @param state the values of the row, except the time of creation, which {@link #touch} sets
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
