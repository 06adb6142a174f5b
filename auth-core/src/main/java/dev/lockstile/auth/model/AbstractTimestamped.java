package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that knows when it came to be and when it last changed. Both times are set by the store from its clock; a host
 * that saves such a row on its own calls {@link #touch(Instant)} first.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractTimestamped {

    @Column(name = "created_at", nullable = false)
    private @Nullable Instant createdAt;

    @Column(name = "modified_at", nullable = false)
    private @Nullable Instant modifiedAt;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractTimestamped() {}

    /** {@return the key of the row, of whatever type the host's table has; null before the row is saved} */
    public abstract @Nullable Object getId();

    /** {@return when the row came to be; null before it is saved} */
    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    /** {@return when the row last changed; null before it is saved} */
    public @Nullable Instant getModifiedAt() {
        return modifiedAt;
    }

    /**
     * Marks the row as changed at this time, and as created then if it is new.
     *
     * @param now the time of the change
     */
    public void touch(Instant now) {
        if (createdAt == null) {
            createdAt = now;
        }
        modifiedAt = now;
    }

    /** Carries over the times a row had in the system it comes from. */
    void keepTimes(Instant created, Instant modified) {
        createdAt = created;
        modifiedAt = modified;
    }

    /** Prints the type and the key, never the content. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + getId() + "]";
    }
}
