package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that is marked as deleted instead of being removed. Only {@link #restore} removes the mark. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractSoftDeletable extends AbstractTimestamped {

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "deleted_by_cascade", nullable = false)
    private boolean deletedByCascade;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractSoftDeletable() {}

    /** {@return when the row was marked as deleted; null while it is not} */
    public @Nullable Instant getDeletedAt() {
        return deletedAt;
    }

    /** {@return true while the row is marked as deleted} */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** {@return true when the row was deleted together with its owner, so that restoring the owner may restore it} */
    public boolean isDeletedByCascade() {
        return deletedByCascade;
    }

    /**
     * Marks the row as deleted. A row that is already deleted does not change.
     *
     * @param at the time of the deletion
     * @param byCascade true when the row is deleted together with its owner
     */
    public void markDeleted(Instant at, boolean byCascade) {
        if (deletedAt == null) {
            deletedAt = at;
            deletedByCascade = byCascade;
        }
    }

    /** Removes the mark of deletion. Identifiers that a deleted user has lost are not given back. */
    public void restore() {
        deletedAt = null;
        deletedByCascade = false;
    }
}
