package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person whom a field of a filter means. A key means its account, whatever the user names of others are: links
 * name a person by the key.
 *
 * @param key the key, or what one person alone is found by. What is found by none, or is the beginning of several,
 *     stays as it is, so that no row of another person is shown; null for an empty field
 * @param shown what the field shows: what the person is known by, else what was typed
 */
record FoundPerson(@Nullable String key, String shown) {

    private static final int KEY_MAX = 320;

    /** Callers who may not read accounts give the key. */
    static FoundPerson of(Auth auth, Caller caller, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new FoundPerson(null, "");
        }
        if (text.length() > KEY_MAX) {
            return new FoundPerson("-", "");
        }
        if (!AdminShell.may(caller, AdminPermission.USERS_READ)) {
            return new FoundPerson(text, text);
        }
        List<Map<String, @Nullable Object>> byKey =
                rows(auth, caller, AdminLists.Query.all().ofUser(text));
        List<Map<String, @Nullable Object>> rows =
                byKey.isEmpty() ? rows(auth, caller, AdminLists.Query.all().finding(text)) : byKey;
        return rows.stream()
                .filter(row -> rows.size() == 1 || isExactly(row, text))
                .findFirst()
                .map(row -> new FoundPerson(String.valueOf(row.get("id")), AdminUsers.name(row)))
                .orElse(new FoundPerson(text, text));
    }

    private static List<Map<String, @Nullable Object>> rows(Auth auth, Caller caller, AdminLists.Query query) {
        Outcome<AdminLists.Page> found = auth.directory().list(caller, query);
        return found.toOptional().map(AdminLists.Page::rows).orElse(List.of());
    }

    private static boolean isExactly(Map<String, @Nullable Object> row, String text) {
        return Stream.of("email", "phone", "username")
                .anyMatch(name -> text.equalsIgnoreCase(Objects.toString(row.get(name), "")));
    }
}
