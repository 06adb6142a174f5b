package dev.lockstile.auth.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which of the roles of a source count beside those that code declares. */
record UsableRoles(Collection<Role> declared, Consumer<String> leftOut) {

    /** The roles by key, those of code among them. */
    Map<String, Role> with(Collection<Role> given) {
        List<Role> usable = new ArrayList<>(unambiguous(given));
        List<Role> unusable;
        do {
            Map<String, Role> all = joined(usable);
            unusable = usable.stream().filter(role -> isUnusable(role, all)).toList();
            usable.removeAll(unusable);
        } while (!unusable.isEmpty());
        return joined(usable);
    }

    private List<Role> unambiguous(Collection<Role> given) {
        Map<String, Long> names =
                given.stream().collect(Collectors.groupingBy(role -> Roles.key(role.name()), Collectors.counting()));
        Roles.byKey(declared).keySet().forEach(key -> names.merge(key, 1L, Long::sum));
        return given.stream()
                .filter(role -> {
                    boolean once = names.getOrDefault(Roles.key(role.name()), 0L) == 1;
                    if (!once) {
                        leftOut.accept("role-twice: " + role.name()
                                + " is declared in code, as USER always is, or comes twice");
                    }
                    return once;
                })
                .toList();
    }

    private boolean isUnusable(Role role, Map<String, Role> all) {
        List<String> problems = new RoleProblems(all).of(List.of(role));
        problems.forEach(leftOut);
        if (role.program()) {
            leftOut.accept("code alone declares roles for programs, and not a source: " + role.name());
        }
        return role.program() || !problems.isEmpty();
    }

    private Map<String, Role> joined(List<Role> usable) {
        Map<String, Role> all = new HashMap<>(Roles.byKey(usable));
        all.putAll(Roles.byKey(declared));
        usable.forEach(role -> all.put(Roles.key(role.name()), role));
        return all;
    }
}
