package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/**
 * A row that belongs to one user.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractUserOwned<U extends AbstractUser> extends AbstractSoftDeletable {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false)
    private U user;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractUserOwned() {}

    /** {@return the user that the row belongs to} */
    public U getUser() {
        return user;
    }

    /**
     * Sets the owner of a new row.
     *
     * @param owner the host's user
     * @throws IllegalStateException when the row belongs to another user
     */
    public void belongTo(U owner) {
        if (user != null && user != owner) {
            throw new IllegalStateException("an owned row does not change hands");
        }
        user = owner;
    }
}
