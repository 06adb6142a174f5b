package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recovery code: works once as a second factor when the other factors are lost. The row holds a keyed digest of the
 * code.
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

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractRecoveryCode() {}

    /** {@return when the code was used; null while it is unused} */
    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    /**
     * {@return when the set of the code ended, because a new set replaced it or the owner's codes were removed, also for
     * a code that was used before; null in the current set}
     */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /**
     * Fills a new row.
     *
     * @param newSetId id of the set that the code was generated with
     * @param digest keyed digest of the code; unique
     */
    public void issue(String newSetId, String digest) {
        setId = newSetId;
        codeDigest = digest;
    }
}
