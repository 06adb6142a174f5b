package dev.lockstile.auth.pages;

import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.role.Roles;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The roles of code and of the host's source, with what they permit; who has one is the list of people filtered by it. */
record AdminRolePages(Roles roles, AdminShell shell) {

    void add(Routes routes) {
        routes.adminGet("/admin/roles", AdminPermission.USERS_READ, (request, member) -> {
            List<Map<String, Object>> shown = roles.list().stream()
                    .map(role -> role(role, request.texts()))
                    .toList();
            return shell.page(member, "admin-roles", Map.of("list", "roles", "roles", shown));
        });
    }

    private static Map<String, Object> role(RoleInfo role, Texts texts) {
        List<String> all = new TreeSet<>(role.permissions()).stream().toList();
        List<String> administration =
                all.stream().filter(AdminRolePages::isAdministration).toList();
        return Map.of(
                "name",
                role.name(),
                "included",
                List.copyOf(new TreeSet<>(role.included())),
                "permissions",
                all.stream().filter(each -> !isAdministration(each)).toList(),
                "administration",
                administration,
                "words",
                administration.stream().collect(Collectors.toMap(each -> each, each -> words(each, texts))),
                "program",
                role.program(),
                "stored",
                role.stored());
    }

    private static String words(String permission, Texts texts) {
        return texts.say("permission." + permission.substring(AdminPermission.PREFIX.length()));
    }

    private static boolean isAdministration(String permission) {
        return permission.startsWith(AdminPermission.PREFIX);
    }
}
