package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.store.AuthStore;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second run follows the old system where the copy was not changed here, and can be taken back. */
abstract class UpdateContract extends CarefulUpdateContract {

    /** The first two transactions of a run are those of its journal. */
    private static final int BATCH_IS_WRITTEN = 2;

    private static final ImportOptions MANAGERS = ImportOptions.defaults().withRoles(List.of("MANAGER"));

    @Test
    void a_row_nobody_touched_here_follows_the_old_one_and_the_next_runs_write_nothing() {
        threePeople();
        old.execute(
                "update authentication_user set email = 'new1@example.com', is_staff = true, password = " + BCRYPT_2
                        + ", settings = '{\"language\": \"es\"}' where id = 1",
                "update authentication_profile set first_name = 'Ana', role = 'MANAGER' where id = 2",
                "update authentication_user set modified = timestamp with time zone '2021-01-01 00:00:00+00' where id = 3");
        old.user(4).profile(4, 4);

        ImportReport plan = importing.run(old.source(), MANAGERS.asDryRun());
        ImportReport second = importing.run(old.source(), MANAGERS);

        assertThat(plan.entities()).isEqualTo(second.entities());
        assertThat(plan.warnings()).isEqualTo(second.warnings());
        assertThat(states(second, "users")).isEqualTo(Map.of("updated", 1L, "unchanged", 2L, "created", 1L));
        assertThat(states(second, "profiles")).isEqualTo(Map.of("updated", 1L, "unchanged", 2L, "created", 1L));
        assertThat(second.warnings()).doesNotContainKeys("changed_at_source", "changed_at_target");
        assertThat(row("auth_user", "users", 1))
                .containsEntry("email", "new1@example.com")
                .containsEntry("settings", "{\"language\": \"es\"}");
        assertThat(host.store()
                        .read(tx -> tx.users().byId(user(1)))
                        .orElseThrow()
                        .info()
                        .status()
                        .staff())
                .isTrue();
        assertThat(row("auth_profile", "profiles", 2))
                .containsEntry("first_name", "Ana")
                .containsEntry("role", "MANAGER");

        Map<String, List<Map<String, String>>> settled = rows();
        ImportReport third = importing.run(old.source(), MANAGERS);
        assertThat(states(third, "users")).isEqualTo(Map.of("unchanged", 4L));
        assertThat(third.warnings()).isEmpty();
        assertThat(rows()).isEqualTo(settled);
    }

    @Test
    void what_the_old_row_has_no_more_goes_unless_a_second_row_may_have_filled_it_in() {
        threePeople();
        String emptied = "update authentication_profile set gender = null where id = ";
        old.execute("update authentication_profile set gender = 'F'");
        importing.run(old.source());

        old.execute(emptied + 1);
        importing.run(old.source(), ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE));
        assertThat(row("auth_profile", "profiles", 1)).containsEntry("gender", "F");
        old.execute(emptied + 2);
        importing.run(old.source());
        assertThat(row("auth_profile", "profiles", 2)).containsEntry("gender", null);
        assertThat(row("auth_profile", "profiles", 3)).containsEntry("gender", "F");
    }

    @Test
    void whoever_was_active_here_since_is_left_alone_and_counted() {
        threePeople();
        signIn(1);
        host.execute("update auth_profile set label = 'home', modified_at = timestamp with time zone"
                + " '2030-01-01 00:00:00+00' where id = " + ref("profiles", 2));
        old.execute(
                "update authentication_user set email = 'new1@example.com' where id = 1",
                "update authentication_profile set first_name = 'Ana'");
        Map<String, List<Map<String, String>>> before = rows();

        ImportReport second = importing.run(old.source());

        assertThat(states(second, "users")).isEqualTo(Map.of("unchanged", 3L));
        assertThat(states(second, "profiles")).isEqualTo(Map.of("updated", 1L, "unchanged", 2L));
        assertThat(second.warnings()).containsEntry("changed_at_target", 3L);
        assertThat(row("auth_user", "users", 1)).isIn(before.get("auth_user"));
        assertThat(row("auth_profile", "profiles", 2)).isIn(before.get("auth_profile"));
        assertThat(row("auth_profile", "profiles", 3)).containsEntry("first_name", "Ana");
    }

    @Test
    void without_updates_what_changed_is_counted_and_left_alone() {
        threePeople();
        Map<String, List<Map<String, String>>> before = rows();
        old.execute("update authentication_user set is_staff = true where id = 1");

        ImportReport second =
                importing.run(old.source(), ImportOptions.defaults().withUpdates(UpdatePolicy.NONE));

        assertThat(states(second, "users")).isEqualTo(Map.of("unchanged", 3L));
        assertThat(second.warnings()).containsEntry("changed_at_source", 1L);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_rollback_restores_what_was_updated_passwords_included_row_by_row() {
        threePeople();
        Map<String, List<Map<String, String>>> before = rows();
        // Two exchange their addresses, one more comes in, and one gets another password.
        old.execute(
                "update authentication_user set email = 'user9@example.com' where id = 1",
                "update authentication_user set email = 'user1@example.com' where id = 2",
                "update authentication_user set password = " + BCRYPT_2 + ", phone = '+12025550014' where id = 3",
                "update authentication_profile set first_name = 'Ana' where id = 1");
        old.user(4).profile(4, 4);
        ImportReport second = importing.run(old.source());
        assertThat(states(second, "users")).containsEntry("updated", 3L);
        assertThat(host.rows("select before_row from auth_import_before"))
                .isNotEmpty()
                .allSatisfy(image -> assertThat(image.get("before_row")).matches("|v2\\.[\\w-]+\\..*"));

        RollbackReport back = rollback(second, KEY);

        assertThat(rows()).isEqualTo(before);
        assertThat(back.isWhole()).isTrue();
        assertThat(back.restored("users")).isEqualTo(3);
        assertThat(back.restored("profiles")).isEqualTo(1);
        assertThat(host.count("select count(*) from auth_import_before")).isZero();
    }

    @Test
    void a_rollback_leaves_an_updated_person_who_was_active_since() {
        threePeople();
        old.execute("update authentication_user set is_staff = true");
        ImportReport second = importing.run(old.source());
        signIn(2);

        RollbackReport back = rollback(second, KEY);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("restored", 2L, "used_since", 1L));
        assertThat(told).extracting(QuarantineEntry::legacyId).containsExactly("2");
    }

    @Test
    void without_a_key_no_old_hash_is_kept_and_the_newer_one_stays() {
        importing = new Importing(host.store());
        threePeople();
        String first = row("auth_user", "users", 3).get("password_hash");
        old.execute("update authentication_user set is_staff = true, password = " + BCRYPT_2 + " where id = 3");
        ImportReport second = importing.run(old.source());
        String newer = row("auth_user", "users", 3).get("password_hash");
        assertThat(newer).isNotEqualTo(first);
        assertThat(host.rows("select before_row from auth_import_before").toString())
                .doesNotContain(first.substring(10));

        RollbackReport back = rollback(second, null);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("restored", 1L, "password_kept", 1L));
        assertThat(row("auth_user", "users", 3)).containsEntry("password_hash", newer);
        assertThat(host.count("select count(*) from auth_user where is_staff = true"))
                .isZero();
    }

    @Test
    void an_address_somebody_here_has_is_not_taken_and_the_old_one_stays() {
        threePeople();
        host.execute("update auth_user set modified_at = timestamp with time zone '2030-01-01 00:00:00+00' where id = "
                + ref("users", 1));
        old.execute("update authentication_user set email = 'user7@example.com' where id = 1");
        old.execute("update authentication_user set email = 'user1@example.com', is_staff = true where id = 2");

        ImportReport plan = importing.run(old.source(), ImportOptions.defaults().asDryRun());
        ImportReport second = importing.run(old.source());

        assertThat(plan.entities()).isEqualTo(second.entities());
        assertThat(states(second, "users")).isEqualTo(Map.of("updated", 1L, "unchanged", 2L));
        assertThat(second.warnings()).containsEntry("identifier_collision", 1L);
        assertThat(row("auth_user", "users", 2)).containsEntry("email", "user2@example.com");
    }

    @Test
    void a_sign_in_between_the_look_and_the_write_is_never_lost() {
        threePeople();
        old.execute("update authentication_user set is_staff = true");
        int[] calls = {0};
        AuthStore watched = (AuthStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AuthStore.class}, (self, method, arguments) -> {
                    if (method.getName().equals("alone") && calls[0]++ == BATCH_IS_WRITTEN) {
                        signIn(2);
                    }
                    return method.invoke(host.store(), arguments);
                });

        ImportReport second = new Importing(watched).run(old.source());

        assertThat(states(second, "users")).isEqualTo(Map.of("updated", 2L, "unchanged", 1L));
        assertThat(second.warnings()).containsEntry("changed_at_target", 1L);
        assertThat(host.store()
                        .read(tx -> tx.users().byId(user(2)))
                        .orElseThrow()
                        .info()
                        .dates()
                        .lastLoginAt())
                .isEqualTo(LATER);
    }
}
