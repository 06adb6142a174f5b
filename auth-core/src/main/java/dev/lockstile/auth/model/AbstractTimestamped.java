package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row with the times of its creation and last change. The store sets both; a host that saves such a row itself calls
 * {@link #touch(Instant)} first.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractTimestamped {

    @Column(name = "created_at", nullable = false)
    private @Nullable Instant createdAt;

    @Column(name = "modified_at", nullable = false)
    private @Nullable Instant modifiedAt;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractTimestamped() {}

    /** {@return the primary key, of the type that the host's table has; null before the row is saved} */
    public abstract @Nullable Object getId();

    /** {@return when the row was created; null before it is saved} */
    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    /** {@return when the row was last changed; null before it is saved} */
    public @Nullable Instant getModifiedAt() {
        return modifiedAt;
    }

    /**
     * Sets the time of the last change and, in a new row, the time of creation.
     *
     * @param now the current time
     */
    public void touch(Instant now) {
        if (createdAt == null) {
            createdAt = now;
        }
        modifiedAt = now;
    }

    /** Sets both times, such as those that a row had in the system it was imported from. */
    void setTimes(Instant created, Instant modified) {
        createdAt = created;
        modifiedAt = modified;
    }

    /** {@return the type and the key, without any other value} */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + getId() + "]";
    }
}
