package dev.lockstile.auth.cutover.migration;

import dev.lockstile.auth.imports.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An old system of any kind, whose rows a test chooses cell by cell. */
final class LegacyPeople {

    private static final String JOINED = "2020-01-01 00:00:00+00:00";

    private final Map<String, List<String>> columns = new TreeMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> tables = new TreeMap<>();

    private LegacyPeople() {}

    /** A jb-drf-auth project. */
    static LegacyPeople ofJb() {
        return new LegacyPeople()
                .table("authentication_user", "id", "deleted", "username", "is_staff", "is_superuser", "phone")
                .table("authentication_profile", "id", "user_id", "is_default", "is_active", "role", "deleted");
    }

    /** A project on Django's own tables. */
    static LegacyPeople ofDjango() {
        return new LegacyPeople()
                .table(
                        "auth_user",
                        "id",
                        "password",
                        "username",
                        "email",
                        "is_active",
                        "is_staff",
                        "is_superuser",
                        "date_joined")
                .table("auth_group", "id", "name")
                .table("auth_user_groups", "id", "user_id", "group_id");
    }

    /** An application on fastapi-users, with both of its tables. */
    static LegacyPeople ofFastApi() {
        return new LegacyPeople()
                .table("fu_users", "id", "email", "hashed_password", "is_active", "is_superuser", "is_verified")
                .table("users", "id", "username", "email", "hashed_password", "role", "is_superuser", "is_verified");
    }

    /** A collection or table of another kind. */
    static LegacyPeople of(String table) {
        return new LegacyPeople().table(table, "id");
    }

    /** Adds a row: pairs of column and value. */
    LegacyPeople row(String table, @Nullable Object... cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(String.valueOf(cells[i]), cells[i + 1]);
        }
        tables.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        return this;
    }

    /** Adds a person in good standing, verified where the system keeps that, and the cells that the test chooses. */
    LegacyPeople person(String table, long id, String hash, @Nullable Object... more) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.addAll(List.of("id", id, "password", hash, "hashed_password", hash));
        cells.addAll(List.of("email", "user" + id + "@example.com", "username", "user" + id));
        cells.addAll(List.of("date_joined", JOINED, "created_at", JOINED));
        boolean own = List.of("id").equals(columns.get(table));
        if (!own) {
            cells.addAll(List.of("is_active", true));
        }
        if (!own && !table.equals("auth_user")) {
            cells.addAll(List.of("is_verified", true));
        }
        for (Object cell : more) {
            cells.add(cell);
        }
        return row(table, cells.toArray());
    }

    Source source() {
        return new RecordSource(columns, tables);
    }

    private LegacyPeople table(String name, String... known) {
        columns.put(name, List.of(known));
        return this;
    }
}
