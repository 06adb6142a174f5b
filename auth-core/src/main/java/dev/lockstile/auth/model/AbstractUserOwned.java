package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/**
 * A row that belongs to one user for good.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractUserOwned<U extends AbstractUser> extends AbstractSoftDeletable {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", nullable = false)
    private U user;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractUserOwned() {}

    /** {@return the user it belongs to} */
    public U getUser() {
        return user;
    }

    /**
     * Gives the row its owner, once.
     *
     * @param owner the host's user; a row that has another one already is refused
     * @throws IllegalStateException when it has another owner already
     */
    public void belongTo(U owner) {
        if (user != null && user != owner) {
            throw new IllegalStateException("an owned row does not change hands");
        }
        user = owner;
    }
}
