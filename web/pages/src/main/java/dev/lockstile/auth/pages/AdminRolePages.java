package dev.lockstile.auth.pages;

import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.role.Roles;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The roles of code and of the host's source, with what they permit; who has one is the list of people filtered by it. */
record AdminRolePages(Roles roles, AdminShell shell) {

    void add(Routes routes) {
        routes.adminGet("/admin/roles", AdminPermission.USERS_READ, (request, member) -> {
            List<Map<String, Object>> shown =
                    roles.list().stream().map(AdminRolePages::role).toList();
            return shell.page(member, "admin-roles", Map.of("list", "roles", "roles", shown));
        });
    }

    private static Map<String, Object> role(RoleInfo role) {
        List<String> all = new TreeSet<>(role.permissions()).stream().toList();
        return Map.of(
                "name",
                role.name(),
                "included",
                List.copyOf(new TreeSet<>(role.included())),
                "permissions",
                all.stream().filter(each -> !isAdministration(each)).toList(),
                "administration",
                all.stream().filter(AdminRolePages::isAdministration).toList(),
                "program",
                role.program(),
                "stored",
                role.stored());
    }

    private static boolean isAdministration(String permission) {
        return permission.startsWith(AdminPermission.PREFIX);
    }
}
