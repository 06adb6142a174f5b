package dev.lockstile.auth.model;

import dev.lockstile.auth.secret.Secret;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a password that its owner has replaced. The row is created at the replacement. It serves hosts that an
 * external rule obliges to reject former passwords.
 *
 * @param <U> the host's user entity
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractFormerPassword<U extends AbstractUser> extends AbstractUserOwned<U> {

    @Column(name = "password_hash", length = 512, nullable = false)
    private @Nullable String passwordHash;

    /** Called by the host's subclass, and by JPA when it loads a row. */
    protected AbstractFormerPassword() {}

    /**
     * Fills a new row.
     *
     * @param hash hash of the replaced password, at most 512 characters
     */
    public void keep(Secret hash) {
        passwordHash = hash.reveal();
    }
}
