package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that is marked as deleted instead of being removed. Nothing revives it by accident: only {@link #restore}. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractSoftDeletable extends AbstractTimestamped {

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "deleted_by_cascade", nullable = false)
    private boolean deletedByCascade;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractSoftDeletable() {}

    /** {@return when the row was marked as deleted; null while it is not} */
    public @Nullable Instant getDeletedAt() {
        return deletedAt;
    }

    /** {@return true while the row is marked as deleted} */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** {@return true when the row went together with its owner, so that restoring the owner may bring it back} */
    public boolean isDeletedByCascade() {
        return deletedByCascade;
    }

    /**
     * Marks the row as deleted; a row that is deleted already keeps its first time.
     *
     * @param at the time of the mark
     * @param byCascade true when it goes together with its owner
     */
    public void markDeleted(Instant at, boolean byCascade) {
        if (deletedAt == null) {
            deletedAt = at;
            deletedByCascade = byCascade;
        }
    }

    /** Takes the mark away. Identifiers a deleted user has lost are not given back. */
    public void restore() {
        deletedAt = null;
        deletedByCascade = false;
    }
}
