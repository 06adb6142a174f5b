package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey or security key (WebAuthn Level 3). A unique digest of the credential id ensures that a credential belongs
 * to one user only, even if another user registers it.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractPasskey<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "passkey_id", length = 64, nullable = false, unique = true)
    private @Nullable String passkeyId;

    @Column(name = "credential_key", length = 64, nullable = false, unique = true)
    private @Nullable String credentialKey;

    @Column(name = "credential_id", length = 1400, nullable = false)
    private @Nullable String credentialId;

    @Column(name = "user_handle", length = 43, nullable = false)
    private @Nullable String userHandle;

    @Column(name = "public_key", length = 2000, nullable = false)
    private @Nullable String publicKey;

    @Column(name = "sign_count", nullable = false)
    private long signCount;

    @Column(name = "backup_eligible", nullable = false)
    private boolean backupEligible;

    @Column(name = "backed_up", nullable = false)
    private boolean backedUp;

    @Column(name = "transports", length = 100)
    private @Nullable String transports;

    @Column(name = "aaguid", length = 36, nullable = false)
    private @Nullable String aaguid;

    @Column(name = "name", length = 64, nullable = false)
    private @Nullable String name;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractPasskey() {}

    /** {@return the name that the owner gave the passkey; null until {@link #register} fills the row} */
    public @Nullable String getName() {
        return name;
    }

    /** {@return when the passkey last authenticated its owner; null before its first use} */
    public @Nullable Instant getLastUsedAt() {
        return lastUsedAt;
    }

    /** {@return true when the authenticator may copy the credential to other devices of the owner} */
    public boolean isBackupEligible() {
        return backupEligible;
    }

    /**
     * Fills a new row.
     *
     * @param state the values of the row, except the time of creation, which {@link #touch} sets
     * @param newCredentialKey hexadecimal SHA-256 of the base64url text of the credential id; unique
     */
    public void register(PasskeyState state, String newCredentialKey) {
        passkeyId = state.passkeyId();
        credentialKey = newCredentialKey;
        credentialId = state.key().credentialId();
        userHandle = state.key().userHandle();
        publicKey = state.key().publicKey();
        signCount = state.use().signCount();
        backupEligible = state.key().backupEligible();
        backedUp = state.use().backedUp();
        transports = String.join(",", state.key().transports());
        aaguid = state.key().aaguid();
        name = state.name();
        lastUsedAt = state.use().lastUsedAt();
    }
}
