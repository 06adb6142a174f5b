package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.mapping.Masked;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.model.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Django's groups as roles: who is in a group gets its name as the role of the profile. A profile has one role, so of
 * several groups the first by name is taken, with a warning; permissions given to a person beside the groups are told,
 * and stay behind, since nothing here stands for them.
 */
final class DjangoGroups {

    /** No role is longer. */
    private static final int LONGEST = 30;

    private static final int PAGE = 1000;
    private static final String USER = "user_id";

    private final Source source;
    private final ReadingOptions options;
    private final Optional<SourceTable> members;
    private final Optional<SourceTable> permissions;
    private final Map<String, String> names = new HashMap<>();

    /** @param options of several groups the first by name that may come over is taken */
    DjangoGroups(Source source, DjangoTables auth, ReadingOptions options) {
        this.source = source;
        this.options = options;
        DjangoTables.Columns named = new DjangoTables.Columns(List.of("id", "name"), List.of(), List.of());
        members = auth.find(
                "user_groups", new DjangoTables.Columns(List.of("id", USER, "group_id"), List.of(), List.of()));
        permissions = auth.find(
                "user_user_permissions",
                new DjangoTables.Columns(List.of("id", USER), List.of(), List.of("permission_id")));
        auth.find("group", named).ifPresent(this::readNames);
    }

    /** The same people, each with the role the groups give. */
    List<UserDraft> withRoles(List<UserDraft> users) {
        Map<String, TreeSet<String>> groups = new HashMap<>();
        rows(members, users).forEach(row -> {
            String name = names.get(String.valueOf(row.cell("group_id")));
            if (name != null) {
                groups.computeIfAbsent(owner(row), any -> new TreeSet<>()).add(name);
            }
        });
        Map<String, Long> granted = new HashMap<>();
        rows(permissions, users).forEach(row -> granted.merge(owner(row), 1L, Long::sum));
        return users.stream()
                .map(user -> withRole(
                        user,
                        groups.getOrDefault(user.origin().legacyId(), new TreeSet<>()),
                        granted.containsKey(user.origin().legacyId())))
                .toList();
    }

    private UserDraft withRole(UserDraft user, TreeSet<String> groups, boolean granted) {
        List<Finding> findings = new ArrayList<>(user.findings());
        if (groups.size() > 1) {
            findings.add(new Finding("groups_beyond_the_first", "groups", groups.size() + " groups"));
        }
        if (granted) {
            findings.add(new Finding("permissions_not_imported", "user_permissions", ""));
        }
        String role = groups.stream()
                .filter(options::lists)
                .findFirst()
                .orElseGet(() -> groups.isEmpty() ? null : groups.first());
        if (role != null && role.length() > LONGEST) {
            findings.add(new Finding("value_left_out", "groups", "(" + role.length() + " characters)"));
            role = null;
        } else if (role != null && RoleName.spellsRight(role)) {
            findings.add(new Finding(ListedRoles.NOT_LISTED, "groups", Masked.text(role)));
            role = null;
        }
        return user.with(findings).with(about(user.about(), role));
    }

    private static FirstProfile about(FirstProfile about, @Nullable String role) {
        return role == null
                ? about
                : new FirstProfile(about.person(), role, about.label(), about.picture(), about.settings());
    }

    private List<SourceRow> rows(Optional<SourceTable> table, List<UserDraft> users) {
        List<Object> keys = users.stream().map(user -> user.origin().key()).toList();
        return table.isEmpty() || keys.isEmpty() ? List.of() : source.matching(table.get(), USER, keys);
    }

    private void readNames(SourceTable groups) {
        @Nullable Object after = null;
        List<SourceRow> page;
        do {
            page = source.page(groups, after, PAGE);
            page.forEach(row -> names.put(row.key().toString(), String.valueOf(row.cell("name"))));
            after = page.isEmpty() ? after : page.get(page.size() - 1).place();
        } while (page.size() == PAGE);
    }

    private static String owner(SourceRow row) {
        return String.valueOf(row.cell(USER));
    }
}
