package dev.lockstile.auth.role;

import dev.lockstile.auth.model.AbstractProfile;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.model.RoleName;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The declared roles. Names are compared without letter case: {@code editor} and {@code EDITOR} are one role, spelled
 * as declared. {@code USER} is always declared. If the host declares no roles, every name is a role, compared exactly
 * and without permissions.
 */
public final class Roles {

    /** No role is declared. */
    public static final Roles UNDECLARED = new Roles(Map.of());

    private final Map<String, Declared> byKey;
    private final Set<String> every;
    private final @Nullable Supplier<Roles> current;

    private Roles(Map<String, Declared> byKey) {
        this(byKey, null);
    }

    private Roles(Map<String, Declared> byKey, @Nullable Supplier<Roles> current) {
        this.current = current;
        this.byKey = Map.copyOf(byKey);
        Set<String> all = new LinkedHashSet<>(AdminPermission.texts());
        byKey.values().forEach(role -> all.addAll(role.permissions()));
        this.every = Set.copyOf(all);
    }

    /**
     * {@return these roles, with the roles they include; {@link #UNDECLARED} for none}
     *
     * @param declared roles without {@link #problems}
     */
    public static Roles of(Collection<Role> declared) {
        if (declared.isEmpty()) {
            return UNDECLARED;
        }
        return resolved(byKey(declared), Set.of());
    }

    /**
     * {@return the declared roles and the valid ones of a source}
     *
     * @param declared roles without {@link #problems}
     * @param given the roles of the source
     * @param leftOut called with the reason for each ignored role of the source
     */
    public static Roles of(Collection<Role> declared, Collection<Role> given, Consumer<String> leftOut) {
        Map<String, Role> all = new UsableRoles(declared, leftOut).with(given);
        Set<String> stored = new HashSet<>(all.keySet());
        stored.removeAll(byKey(declared).keySet());
        return resolved(all, stored);
    }

    /**
     * {@return roles that change: each call uses the present ones}
     *
     * @param current called for each use
     */
    public static Roles following(Supplier<Roles> current) {
        return new Roles(Map.of(), current);
    }

    private static Roles resolved(Map<String, Role> all, Set<String> stored) {
        Map<String, Declared> resolved = new HashMap<>();
        all.forEach((key, role) -> resolved.put(key, Declared.of(role, all, stored.contains(key))));
        return new Roles(resolved);
    }

    private Roles now() {
        return current == null ? this : current.get();
    }

    /**
     * {@return the problems of declared roles, each as {@code id: what is wrong, and what to do}}
     *
     * @param declared as the host gave them
     */
    public static List<String> problems(Collection<Role> declared) {
        return new RoleProblems(byKey(declared)).of(declared);
    }

    static Map<String, Role> byKey(Collection<Role> declared) {
        Map<String, Role> all = new HashMap<>();
        all.put(key(AbstractProfile.DEFAULT_ROLE), Role.named(AbstractProfile.DEFAULT_ROLE));
        declared.forEach(role -> all.put(key(role.name()), role));
        return all;
    }

    /** {@return true when the host has declared roles} */
    public boolean areDeclared() {
        return !now().byKey.isEmpty();
    }

    /** {@return the names of the declared roles, sorted; empty where none is declared} */
    public List<String> names() {
        return now().byKey.values().stream().map(Declared::name).sorted().toList();
    }

    /** {@return the declared roles with their permissions, sorted by name; empty where none is declared} */
    public List<RoleInfo> list() {
        return now().byKey.values().stream()
                .map(Declared::info)
                .sorted(Comparator.comparing(RoleInfo::name))
                .toList();
    }

    /**
     * {@return the name of a role as declared; empty for an unknown role} Where none is declared, every name that
     * {@link RoleName} allows is a role.
     *
     * @param word in any letter case
     */
    public Optional<String> find(String word) {
        if (areDeclared()) {
            return declared(word).map(Declared::name);
        }
        return RoleName.problem(word).isEmpty() ? Optional.of(word) : Optional.empty();
    }

    /**
     * {@return the name of a stored role as declared, or unchanged for an undeclared role, which has no permissions}
     *
     * @param word as stored with a profile
     */
    public String stored(String word) {
        return declared(word).map(Declared::name).orElse(word);
    }

    /**
     * {@return the role and the roles that it includes}
     *
     * @param role as stored with a profile
     */
    public Set<String> withIncluded(String role) {
        return declared(role).map(Declared::included).orElseGet(() -> Set.of(role));
    }

    /** {@return whether any role is declared for programs} */
    public boolean haveProgram() {
        return now().byKey.values().stream().anyMatch(Declared::program);
    }

    /**
     * {@return whether a role is declared for programs}
     *
     * @param role as stored with a profile
     */
    public boolean isForPrograms(String role) {
        return declared(role).filter(Declared::program).isPresent();
    }

    /**
     * {@return the permissions of an account with a role} Those of administration are included for staff only; a
     * superuser has all permissions.
     *
     * @param role as stored with a profile
     * @param rights of the account
     */
    public Set<String> permissions(String role, Set<Right> rights) {
        Roles now = now();
        if (rights.contains(Right.SUPERUSER)) {
            return now.every;
        }
        Optional<Declared> known = now.declared(role);
        return rights.contains(Right.STAFF)
                ? known.map(Declared::permissions).orElse(Set.of())
                : known.map(Declared::ordinary).orElse(Set.of());
    }

    /**
     * {@return true for a permission of a declared role or of administration}
     *
     * @param permission any text
     */
    public boolean isPermission(String permission) {
        return now().every.contains(permission);
    }

    private Optional<Declared> declared(String word) {
        Map<String, Declared> known = now().byKey;
        return known.isEmpty() ? Optional.empty() : Optional.ofNullable(known.get(key(word)));
    }

    static String key(String name) {
        return Normalizer.normalize(name.strip(), Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /**
     * A role with what it includes.
     *
     * @param ordinary the permissions without those of administration
     */
    private record Declared(
            String name,
            Set<String> included,
            Set<String> permissions,
            Set<String> ordinary,
            boolean program,
            boolean stored) {

        static Declared of(Role role, Map<String, Role> all, boolean stored) {
            Map<String, Role> found = new HashMap<>();
            collect(role, all, found);
            Set<String> permissions = found.values().stream()
                    .flatMap(each -> each.permissions().stream())
                    .collect(Collectors.toUnmodifiableSet());
            return new Declared(
                    role.name(),
                    found.values().stream().map(Role::name).collect(Collectors.toUnmodifiableSet()),
                    permissions,
                    permissions.stream()
                            .filter(each -> !each.startsWith(AdminPermission.PREFIX))
                            .collect(Collectors.toUnmodifiableSet()),
                    role.program(),
                    stored);
        }

        RoleInfo info() {
            Set<String> others = new HashSet<>(included);
            others.remove(name);
            return new RoleInfo(name, others, permissions, program, stored);
        }

        private static void collect(Role role, Map<String, Role> all, Map<String, Role> found) {
            if (found.put(key(role.name()), role) == null) {
                List<Role> next = new ArrayList<>();
                role.included()
                        .forEach(name -> Optional.ofNullable(all.get(key(name))).ifPresent(next::add));
                next.forEach(each -> collect(each, all, found));
            }
        }
    }
}
