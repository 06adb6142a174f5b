package dev.lockstile.auth.model;

import dev.lockstile.auth.secret.Secret;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a password that its owner has replaced; the row was made when that happened. For hosts that a rule from
 * outside forbids to accept a former password again.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractFormerPassword<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "password_hash", length = 512, nullable = false)
    private @Nullable String passwordHash;

    /** For the host's entity that extends this, and for JPA, which fills the row it reads. */
    protected AbstractFormerPassword() {}

    /**
     * Fills a new row.
     *
     * @param hash of the password that was replaced, at most 512 characters
     */
    public void keep(Secret hash) {
        passwordHash = hash.reveal();
    }
}
