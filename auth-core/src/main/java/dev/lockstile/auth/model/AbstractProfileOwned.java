package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/**
 * A row that belongs to one profile for good: for the host's own tables.
 *
 * @param <P> the host's profile entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractProfileOwned<P extends AbstractProfile<?>> extends AbstractSoftDeletable {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "profile_id", nullable = false)
    private P profile;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractProfileOwned() {}

    /** {@return the profile it belongs to} */
    public P getProfile() {
        return profile;
    }

    /**
     * Gives the row its owner, once.
     *
     * @param owner the host's profile; a row that has another one already is refused
     * @throws IllegalStateException when it has another owner already
     */
    public void belongTo(P owner) {
        if (profile != null && profile != owner) {
            throw new IllegalStateException("an owned row does not change hands");
        }
        profile = owner;
    }
}
