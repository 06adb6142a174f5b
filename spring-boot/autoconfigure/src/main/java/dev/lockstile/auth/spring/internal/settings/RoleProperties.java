package dev.lockstile.auth.spring.internal.settings;

import dev.lockstile.auth.role.Role;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Roles and their permissions.
 *
 * @param declared Roles by name: permissions, such as orders:refund; includes, the names of roles whose permissions
 *     this role has too; for-programs for a role of service accounts.
 */
@ConfigurationProperties("lockstile.roles")
public record RoleProperties(@DefaultValue Map<String, Declaration> declared) {

    /** {@return the roles, for the builder} */
    public Role[] roles() {
        return declared.entrySet().stream()
                .map(entry -> entry.getValue().role(entry.getKey()))
                .toArray(Role[]::new);
    }

    /** One role. */
    public record Declaration(
            @DefaultValue List<String> permissions,
            @DefaultValue List<String> includes,
            @DefaultValue("false") boolean forPrograms) {

        private Role role(String name) {
            Role role =
                    Role.named(name).may(permissions.toArray(String[]::new)).including(includes.toArray(String[]::new));
            return forPrograms ? role.forPrograms() : role;
        }
    }
}
