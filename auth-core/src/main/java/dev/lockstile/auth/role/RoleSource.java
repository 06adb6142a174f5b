package dev.lockstile.auth.role;

import java.time.Duration;
import java.util.Collection;

/**
 * Where the host keeps roles beside those that its code declares, such as a table of its own: see {@code
 * JpaRoleSource}. Each node reads them when they are first asked for, and again once they are older than {@link
 * #maxAge()}.
 *
 * <p>A role is left out, and a warning names it, when its name is not usable, spells a right, is declared in code or
 * comes twice, when it is for programs, or when one of its permissions or included roles is not usable. So a source
 * widens neither a role that code declares nor a right.
 */
public interface RoleSource {

    /**
     * {@return all roles as they are now} Called on threads that may be in a transaction of the store, by several at
     * once; what it throws ends the call that asked.
     *
     * @throws dev.lockstile.auth.store.StoreUnavailableException where they cannot be read at present
     */
    Collection<Role> roles();

    /** {@return how long a node goes by what it read, 1 second to 10 minutes; 30 seconds unless overridden} */
    default Duration maxAge() {
        return Duration.ofSeconds(30);
    }
}
