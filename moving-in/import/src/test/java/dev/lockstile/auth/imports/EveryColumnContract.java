package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever column of a row that came is changed unnoticed, a comparison finds the row and names the
 * field. The columns are those the database tells, so that none that is added later is forgotten.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryColumnContract {

    private static final String DAY = "timestamp with time zone '2024-02-03 04:05:06.123456+00'";

    /** Tables of what is imported, with the kind of rows in them. */
    private static final Map<String, String> TABLES = Map.of(
            "auth_user", "users",
            "auth_profile", "profiles",
            "auth_device", "devices",
            "auth_social_account", "social_accounts",
            "auth_legacy_link", "users");

    /** Columns that are not compared, and why not. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("auth_user.id", "the ledger names the row by it; tables refer to it"),
            Map.entry("auth_profile.id", "the ledger names the row by it"),
            Map.entry("auth_device.id", "the ledger names the row by it"),
            Map.entry("auth_social_account.id", "nothing names the row by it"),
            Map.entry("auth_social_account.issuer", "no old system has it; the first sign-in by it here fills it in"),
            Map.entry("auth_social_account.suspended_at", "no old system has it; the provider tells it here"),
            Map.entry("auth_social_account.resumed_at", "no old system has it; the provider tells it here"),
            Map.entry("auth_social_account.revoked_at", "no old system has it; the provider tells it here"),
            Map.entry("auth_user.disabled_until", "no old system has it; an administrator sets it here"),
            Map.entry("auth_legacy_link.id", "nothing names the row by it"),
            Map.entry("auth_user.modified_at", "by it somebody's own change is known: counted as used_at_target"),
            Map.entry("auth_profile.modified_at", "by it somebody's own change is known: counted as used_at_target"),
            Map.entry("auth_device.modified_at", "by it somebody's own change is known: counted as used_at_target"),
            Map.entry(
                    "auth_social_account.modified_at",
                    "by it somebody's own change is known: counted as used_at_target"),
            Map.entry("auth_legacy_link.local_modified_at", "the same from the other side"),
            Map.entry("auth_legacy_link.fingerprint", "looks like a change over there: counted as changed_at_source"),
            Map.entry("auth_legacy_link.run_id", "no old system has it; it tells what a rollback takes back"),
            Map.entry("auth_legacy_link.created_at", "no old system has it"),
            Map.entry("auth_legacy_link.modified_at", "no old system has it"),
            Map.entry("auth_user.password_changed_at", "no old system has it"));

    /** Where a change shows as something else than the column's own name. */
    private static final Map<String, VerifyReport.Difference> SHOWS_AS = Map.of(
            "auth_profile.is_default", new VerifyReport.Difference("users", "1", "default_profile", ""),
            "auth_social_account.user_id",
                    new VerifyReport.Difference("social_accounts", "1", VerifyReport.Difference.ROW, ""),
            "auth_legacy_link.local_ref", new VerifyReport.Difference("users", "1", VerifyReport.Difference.ROW, ""),
            "auth_legacy_link.source_system", new VerifyReport.Difference("users", "1", "ledger.source_system", ""),
            "auth_legacy_link.entity", new VerifyReport.Difference("users", "1", "ledger.entity", ""),
            "auth_legacy_link.legacy_id", new VerifyReport.Difference("users", "1", "ledger.legacy_id", ""));

    private final SmallLegacy old = new SmallLegacy();
    private JpaHost host;

    abstract JpaHost openHost();

    @BeforeAll
    void move() {
        host = openHost();
        old.user(
                        1,
                        "phone",
                        "'+15005550001'",
                        "password",
                        "'bcrypt$$2b$04$0zK0d9DxWSKXd1wJPvFP8uTnUGkAL5rUvhbgqsq7Fg8dBlGXNQ0XK'",
                        "last_login",
                        DAY,
                        "terms_and_conditions",
                        DAY,
                        "settings",
                        "'{\"language\": \"es\"}'")
                .user(2);
        old.profile(1, 1, "first_name", "'Ana'", "last_name_1", "'Ruiz'", "picture", "'p.png'", "label", "'home'");
        old.device(1, 1, "name", "'phone'", "token", "'token-1'", "notification_token", "'push-1'");
        old.social(1, 1, "sub-1");
        new Importing(host.store()).run(old.source());
    }

    /** Each test has put back what it changed, so that none can hide another. */
    @AfterAll
    void close() {
        List<VerifyReport.Difference> left = new ArrayList<>();
        boolean clean = differences(left).isClean();
        host.close();
        assertThat(left).isEmpty();
        assertThat(clean).isTrue();
    }

    /** A column of the host's database. */
    record Cell(String table, String column, String type) {

        String name() {
            return table + '.' + column;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    Stream<Cell> columns() {
        List<Cell> all = new ArrayList<>();
        TABLES.keySet().stream()
                .sorted()
                .forEach(table -> host.rows(
                                "select lower(column_name) as c, lower(data_type) as t from information_schema.columns"
                                        + " where lower(table_name) = '" + table
                                        + "' and lower(table_schema) = 'public' order by 1")
                        .forEach(row -> all.add(new Cell(table, row.get("c"), row.get("t")))));
        assertThat(all).hasSizeGreaterThan(60);
        assertThat(all.stream().map(Cell::name).toList())
                .as("what is left out is there")
                .containsAll(LEFT_OUT.keySet())
                .containsAll(SHOWS_AS.keySet());
        return all.stream().filter(cell -> !LEFT_OUT.containsKey(cell.name()));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void a_changed_cell_is_found_and_named(Cell cell) {
        String where = " where " + where(cell.table());
        String before = host.rows("select " + cell.column() + " as v from " + cell.table() + where)
                .get(0)
                .get("v");
        String after = changed(cell, before);
        set(cell, after, where);
        List<VerifyReport.Difference> told = new ArrayList<>();
        VerifyReport found = differences(told);
        set(cell, before, undo(cell, after, where));

        assertThat(found.isClean()).isFalse();
        if (cell.name().equals("auth_legacy_link.link_key")) {
            assertThat(found.missing()).containsEntry("users", 1L);
            return;
        }
        VerifyReport.Difference expected = SHOWS_AS.getOrDefault(
                cell.name(), new VerifyReport.Difference(TABLES.get(cell.table()), "1", cell.column(), ""));
        assertThat(told)
                .extracting(one -> one.entity() + ' ' + one.legacyId() + ' ' + one.field())
                .contains(expected.entity() + " 1 " + expected.field());
        assertThat(told)
                .extracting(VerifyReport.Difference::detail)
                .allMatch(detail -> detail.matches("missing here|only here|another value|no account owns it"));
    }

    private String where(String table) {
        return switch (table) {
            case "auth_user" -> "id = " + ref("users", 1);
            case "auth_legacy_link" -> "id = " + host.count(entry("users", 1, "id"));
            case "auth_profile" -> "id = " + ref("profiles", 1);
            case "auth_device" -> "id = " + ref("devices", 1);
            default -> "provider_user_id = 'sub-1'";
        };
    }

    private String ref(String entity, int id) {
        return host.rows(entry(entity, id, "local_ref")).get(0).get("local_ref");
    }

    private static String entry(String entity, int id, String column) {
        return "select " + column + " from auth_legacy_link where entity = '" + entity + "' and legacy_id = '" + id
                + "'";
    }

    /** Where the change itself has moved the row out of sight. */
    private static String undo(Cell cell, String after, String where) {
        boolean moved = cell.name().equals("auth_social_account.provider_user_id");
        return moved ? " where provider_user_id = '" + after + "'" : where;
    }

    private String changed(Cell cell, @Nullable String before) {
        if (cell.column().equals("user_id")) {
            return ref("users", 2);
        }
        if (cell.column().equals("settings")) {
            return "{\"changed\": 1}";
        }
        return switch (cell.type()) {
            case "boolean" -> String.valueOf(!Boolean.parseBoolean("t".equals(before) ? "true" : before));
            case "timestamp with time zone" -> "2011-11-11 11:11:11+00";
            case "date" -> "2011-11-11";
            default -> before == null || before.isEmpty() ? "x" : flipped(before);
        };
    }

    /** The last character is another one. */
    private static String flipped(String text) {
        char last = text.charAt(text.length() - 1);
        return text.substring(0, text.length() - 1) + (last == 'a' ? 'b' : 'a');
    }

    private void set(Cell cell, @Nullable String value, String where) {
        String literal = value == null ? "null" : "cast('" + value + "' as " + cell.type() + ")";
        host.execute("update " + cell.table() + " set " + cell.column() + " = " + literal + where);
    }

    private VerifyReport differences(List<VerifyReport.Difference> told) {
        return Verifying.of(host.store(), old.source(), JbDrfAuthPreset.discovering(), told);
    }
}
