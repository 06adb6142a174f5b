package dev.lockstile.auth.role;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.RoleName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tells what is wrong with the roles that a host declares. */
record RoleProblems(Map<String, Role> byKey) {

    private static final int LONGEST = 60;
    private static final Pattern PERMISSION = Pattern.compile("[a-z0-9][a-z0-9._-]*(:[a-z0-9][a-z0-9._-]*)+");

    List<String> of(Collection<Role> declared) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Role role : declared) {
            RoleName.problem(role.name())
                    .ifPresent(why -> problems.add("role-not-usable: " + why + "; give the role another name"));
            if (!seen.add(Roles.key(role.name()))) {
                problems.add("role-twice: " + role.name()
                        + " is declared twice, since letter case makes no other role; declare it once");
            }
            if (role.program() && Roles.key(role.name()).equals(Roles.key(AbstractProfile.DEFAULT_ROLE))) {
                problems.add("role-of-people: " + role.name()
                        + " is a role of people and of no program; declare another one forPrograms()");
            }
            new TreeSet<>(role.permissions())
                    .forEach(permission -> problem(role.name(), permission).ifPresent(problems::add));
            for (String included : new TreeSet<>(role.included())) {
                if (!byKey.containsKey(Roles.key(included))) {
                    problems.add("role-included-unknown: " + role.name() + " includes " + included
                            + ", which is not declared; declare it");
                } else if (reaches(included, Roles.key(role.name()), new HashSet<>())) {
                    problems.add("role-includes-itself: " + role.name() + " includes itself by way of " + included
                            + "; take one of the two away");
                }
            }
        }
        return problems;
    }

    private static Optional<String> problem(String role, String permission) {
        if (permission.startsWith(AdminPermission.PREFIX)) {
            return AdminPermission.texts().contains(permission)
                    ? Optional.empty()
                    : Optional.of("permission-unknown: " + role + " may " + permission
                            + ", which is no permission of administration; take one of "
                            + String.join(", ", new TreeSet<>(AdminPermission.texts())));
        }
        boolean usable = permission.length() <= LONGEST
                && PERMISSION.matcher(permission).matches()
                && !permission.startsWith(Right.PREFIX);
        return usable
                ? Optional.empty()
                : Optional.of("permission-not-usable: " + role + " may " + permission
                        + ", but a permission is two or more words of a-z, 0-9, . _ - with colons between them, such as"
                        + " orders:refund or lockstile:users.read, with at most " + LONGEST + " characters");
    }

    private boolean reaches(String from, String wanted, Set<String> seen) {
        String key = Roles.key(from);
        Role role = byKey.get(key);
        return key.equals(wanted)
                || seen.add(key)
                        && role != null
                        && role.included().stream().anyMatch(next -> reaches(next, wanted, seen));
    }
}
