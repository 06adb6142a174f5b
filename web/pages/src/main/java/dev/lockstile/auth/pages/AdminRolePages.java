package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Roles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The declared roles with what they permit; who has one is the list of people filtered by it. */
record AdminRolePages(Roles roles, AdminShell shell) {

    void add(Routes routes) {
        routes.adminGet("/admin/roles", AdminPermission.USERS_READ, (request, member) -> {
            List<Map<String, @Nullable Object>> shown =
                    roles.names().stream().map(this::role).toList();
            return shell.page(member, "admin-roles", Map.of("list", "roles", "roles", shown));
        });
    }

    private Map<String, @Nullable Object> role(String name) {
        Set<String> included = new TreeSet<>(roles.withIncluded(name));
        included.remove(name);
        List<String> all = new TreeSet<>(roles.permissions(name, Set.of(Right.STAFF)))
                .stream().toList();
        return Map.of(
                "name",
                name,
                "included",
                List.copyOf(included),
                "permissions",
                all.stream().filter(each -> !isAdministration(each)).toList(),
                "administration",
                all.stream().filter(AdminRolePages::isAdministration).toList());
    }

    private static boolean isAdministration(String permission) {
        return permission.startsWith(AdminPermission.PREFIX);
    }
}
