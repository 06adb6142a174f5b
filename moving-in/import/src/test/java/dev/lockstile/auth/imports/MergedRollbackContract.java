package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What second rows of people filled into accounts of an earlier run is taken out again, row by row. */
abstract class MergedRollbackContract extends UpdateFixture {

    private static final String HASH = "$2b$04$0zK0d9DxWSKXd1wJPvFP8uTnUGkAL5rUvhbgqsq7Fg8dBlGXNQ0XK";

    private final JdbcDataSource tables = new JdbcDataSource();
    private String url;

    @BeforeEach
    void two_tables_of_one_person() {
        url = "jdbc:h2:mem:merged_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        tables.setURL(url);
        Sql.execute(
                tables,
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)",
                "insert into fu_users values (1, 'ann@example.com', '!disabled', true, false, true),"
                        + " (2, 'ben@example.com', '" + HASH + "', true, false, true)");
    }

    private ImportReport run() {
        return importing.run(
                JdbcSource.open(new SourceAccess(url, null, null)),
                new FastApiUsersPreset(),
                ImportOptions.defaults().withRoles(List.of("editor")));
    }

    private void secondRows() {
        Sql.execute(
                tables,
                "insert into users values (7, 'ann', 'ann@example.com', '" + HASH + "', 1, 'editor', false, true),"
                        + " (8, 'ben', 'Ben@example.com', '" + HASH + "', 1, 'user', false, true)");
    }

    private UserId person(int id) {
        return host.store().userId(ref("fu_users", id)).orElseThrow();
    }

    private void signs(int id) {
        UserId user = person(id);
        assertThat(host.store().<Boolean>alone(tx -> tx.users().recordLogin(user, LATER)))
                .isTrue();
    }

    private Map<String, String> account(int id) {
        return row("auth_user", "fu_users", id);
    }

    @Test
    void names_password_and_role_go_and_the_database_is_as_before_row_by_row() {
        run();
        Map<String, List<Map<String, String>>> before = rows();
        secondRows();
        ImportReport second = run();
        assertThat(states(second, "users")).isEqualTo(Map.of("merged", 2L));
        assertThat(account(1)).containsEntry("username", "ann");
        assertThat(account(1).get("password_hash")).isNotNull();
        assertThat(row("auth_profile", "added_profiles", "fu_users:1")).containsEntry("role", "editor");
        assertThat(host.rows("select before_row from auth_import_before").toString())
                .doesNotContain("ann", "$2b$", "editor");

        RollbackReport back = rollback(second, null);

        assertThat(rows()).isEqualTo(before);
        assertThat(back.isWhole()).isTrue();
        assertThat(back.removed("users")).isEqualTo(2);
        assertThat(host.count("select count(*) from auth_import_before")).isZero();
        assertThat(states(run(), "users")).as("they come again").isEqualTo(Map.of("merged", 2L));
    }

    @Test
    void a_code_on_its_way_is_dead_where_a_name_or_a_password_went_and_lives_where_a_role_did() {
        run();
        Sql.execute(
                tables,
                "insert into users values (7, 'ann', 'ann@example.com', '" + HASH + "', 1, 'editor', false, true),"
                        + " (8, '', 'Ben@example.com', '!disabled', 1, 'editor', false, true)");
        ImportReport second = run();
        assertThat(states(second, "users")).isEqualTo(Map.of("merged", 2L));
        assertThat(account(2).get("username")).isNull();
        ask(person(1), "reset-1");
        ask(person(2), "reset-2");

        assertThat(rollback(second, null).isWhole()).isTrue();

        assertThat(opens("reset-1")).isFalse();
        assertThat(opens("reset-2")).isTrue();
        assertThat(row("auth_profile", "added_profiles", "fu_users:2")).containsEntry("role", "USER");
    }

    @Test
    void whoever_has_signed_in_since_keeps_all_of_it_and_is_told() {
        run();
        secondRows();
        ImportReport second = run();
        signs(1);
        Map<String, String> used = account(1);

        RollbackReport back = rollback(second, null);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("removed", 1L, "used_since", 1L));
        assertThat(told).extracting(QuarantineEntry::legacyId).containsExactly("7");
        assertThat(account(1)).isEqualTo(used);
        assertThat(row("auth_profile", "added_profiles", "fu_users:1")).containsEntry("role", "editor");
        assertThat(account(2).get("username")).isNull();
        assertThat(rollback(second, null).entities().get("users"))
                .as("a second call knows as much")
                .isEqualTo(Map.of("used_since", 1L));
        assertThat(host.rows("select before_row from auth_import_before").toString())
                .doesNotContain("ann", "$2b$", "editor");
    }

    @Test
    void a_profile_somebody_has_changed_keeps_the_user_as_well() {
        run();
        secondRows();
        ImportReport second = run();
        host.execute("update auth_profile set label = 'home', modified_at = timestamp with time zone"
                + " '2030-01-01 00:00:00+00' where role = 'editor'");

        RollbackReport back = rollback(second, null);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("removed", 1L, "used_since", 1L));
        assertThat(account(1)).containsEntry("username", "ann");
    }

    @Test
    void an_account_in_use_from_before_the_second_row_came_is_emptied_too() {
        run();
        signs(2);
        Map<String, List<Map<String, String>>> before = rows();
        secondRows();
        ImportReport second = run();

        assertThat(rollback(second, null).isWhole()).isTrue();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_one_run_updated_and_filled_in_both_go() {
        run();
        Map<String, List<Map<String, String>>> before = rows();
        secondRows();
        Sql.execute(tables, "update fu_users set is_active = false where id = 1");
        ImportReport second = run();
        assertThat(states(second, "fu_users")).isEqualTo(Map.of("updated", 1L, "unchanged", 1L));
        assertThat(states(second, "users")).isEqualTo(Map.of("merged", 2L));

        RollbackReport back = rollback(second, KEY);

        assertThat(rows()).isEqualTo(before);
        assertThat(back.isWhole()).isTrue();
        assertThat(back.restored("fu_users")).isEqualTo(1);
    }

    @Test
    void what_was_filled_in_and_stays_is_not_lost_by_restoring_an_update_of_the_same_run() {
        run();
        secondRows();
        Sql.execute(tables, "update fu_users set is_active = false where id = 1");
        ImportReport second = run();
        host.execute("update auth_profile set label = 'home', modified_at = timestamp with time zone"
                + " '2030-01-01 00:00:00+00' where role = 'editor'");
        Map<String, String> filled = account(1);

        for (int call = 0; call < 2; call++) {
            RollbackReport back = rollback(second, KEY);
            assertThat(account(1)).isEqualTo(filled).containsEntry("username", "ann");
            assertThat(back.entities().get("fu_users")).isEqualTo(Map.of("owner_kept", 1L));
            assertThat(back.entities().get("users")).containsEntry("used_since", 1L);
        }
    }

    @Test
    void an_account_of_the_same_run_goes_as_a_whole() {
        secondRows();
        ImportReport only = run();
        assertThat(host.count("select count(*) from auth_import_before")).isZero();

        assertThat(rollback(only, null).isWhole()).isTrue();

        rows().values().forEach(rows -> assertThat(rows).isEmpty());
    }
}
