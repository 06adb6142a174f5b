package dev.lockstile.auth.role;

import java.time.Duration;
import java.util.Collection;

/**
 * Roles that the host keeps outside its code, such as in a table: see {@code JpaRoleSource}. Each node reads them at
 * their first use, and again when they are older than {@link #maxAge()}.
 *
 * <p>A role is ignored with a warning if its name is invalid, is that of a right, is declared in code or occurs twice;
 * if it is for programs; or if one of its permissions or included roles is invalid. A source can therefore not extend a
 * role that is declared in code, or a right.
 */
public interface RoleSource {

    /**
     * {@return all present roles} Called by several threads at once, possibly inside a transaction of the store; an
     * exception fails the calling operation.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException where they cannot be read at present
     */
    Collection<Role> roles();

    /** {@return how long a node caches the roles, 1 second to 10 minutes; 30 seconds unless overridden} */
    default Duration maxAge() {
        return Duration.ofSeconds(30);
    }
}
