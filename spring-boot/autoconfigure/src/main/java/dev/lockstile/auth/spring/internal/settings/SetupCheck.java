package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.AuthSetupException;
import java.util.Collection;

/** Looks at the properties before the first statement on the database. Asks for no bean that may need the database. */
@FunctionalInterface
public interface SetupCheck {

    /**
     * Refuses what would refuse the start later.
     *
     * @param managed the entities and other managed classes of the application
     * @throws AuthSetupException naming the properties and entities
     */
    void check(Collection<Class<?>> managed);
}
