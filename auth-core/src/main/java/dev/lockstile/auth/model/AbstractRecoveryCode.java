package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code for the loss of the second factor: good once. The row holds a keyed digest and never the code.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractRecoveryCode<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "code_digest", length = 120, nullable = false, unique = true)
    private @Nullable String codeDigest;

    @Column(name = "set_id", length = 64, nullable = false)
    private @Nullable String setId;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractRecoveryCode() {}

    /** {@return when it was used; null while it was not} */
    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    /** {@return when another set took its place; null while it counts} */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /**
     * Fills a new row.
     *
     * @param newSetId the set it was made with
     * @param digest keyed digest of the code, never the code; unique
     */
    public void issue(String newSetId, String digest) {
        setId = newSetId;
        codeDigest = digest;
    }
}
