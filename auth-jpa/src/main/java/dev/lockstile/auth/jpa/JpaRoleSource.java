package dev.lockstile.auth.jpa;

import dev.lockstile.auth.jpa.internal.admin.HqlAdminLists;
import dev.lockstile.auth.model.AbstractRole;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.role.RoleSource;
import java.util.Collection;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The roles in a table of the host's: one statement reads them all. */
public final class JpaRoleSource implements RoleSource {

    private final HqlAdminLists.Reading reading;
    private final String select;

    private JpaRoleSource(HqlAdminLists.Reading reading, String entity) {
        this.reading = reading;
        this.select = "select r.name, r.permissions, r.includes from " + entity + " r where r.name is not null";
    }

    /**
     * {@return the roles of an entity}
     *
     * @param store of the same persistence unit
     * @param entity a class of the host
     * @throws IllegalArgumentException for a class that is no entity of the unit
     */
    public static JpaRoleSource of(JpaAuthStore store, Class<? extends AbstractRole> entity) {
        return new JpaRoleSource(store.reading(), store.entityType(entity).getName());
    }

    /** In the transaction of the thread where it holds a connection, else in one of its own. */
    @Override
    public Collection<Role> roles() {
        return reading.run(em ->
                em.unwrap(Session.class).createSelectionQuery(select, Object[].class).getResultList().stream()
                        .map(row -> role((String) row[0], (String) row[1], (String) row[2]))
                        .toList());
    }

    private static Role role(String name, @Nullable String permissions, @Nullable String includes) {
        return Role.named(name)
                .may(AbstractRole.words(permissions).toArray(String[]::new))
                .including(AbstractRole.words(includes).toArray(String[]::new));
    }
}
