package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.RollbackReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a second run and its rollback must not lose, must not leave open and must tell. */
abstract class CarefulUpdateContract extends UpdateFixture {

    @Test
    void an_address_that_is_held_for_a_moment_comes_with_the_next_run() {
        threePeople();
        old.execute(
                "update authentication_user set email = 'user2@example.com' where id = 1",
                "update authentication_user set email = 'user9@example.com' where id = 2");

        ImportReport plan = importing.run(old.source(), ImportOptions.defaults().asDryRun());
        ImportReport second = importing.run(old.source());
        assertThat(plan.warnings()).isEqualTo(second.warnings());
        assertThat(second.warnings()).containsEntry("identifier_collision", 1L).doesNotContainKey("changed_at_target");
        assertThat(states(second, "users")).isEqualTo(Map.of("updated", 1L, "unchanged", 2L));
        assertThat(row("auth_user", "users", 1)).containsEntry("email", "user1@example.com");

        ImportReport third = importing.run(old.source());
        assertThat(states(third, "users")).isEqualTo(Map.of("updated", 1L, "unchanged", 2L));
        assertThat(third.warnings()).isEmpty();
        assertThat(row("auth_user", "users", 1)).containsEntry("email", "user2@example.com");
        assertThat(states(importing.run(old.source()), "users")).isEqualTo(Map.of("unchanged", 3L));
    }

    @Test
    void what_else_changed_comes_at_once_and_the_address_when_it_is_free() {
        threePeople();
        old.execute(
                "update authentication_user set email = 'user2@example.com', is_staff = true where id = 1",
                "update authentication_user set email = 'user9@example.com' where id = 2");
        Map<String, List<Map<String, String>>> before = rows();

        ImportReport second = importing.run(old.source());
        assertThat(states(second, "users")).containsEntry("updated", 2L);
        assertThat(second.warnings()).containsEntry("identifier_collision", 1L);
        ImportReport third = importing.run(old.source());
        assertThat(row("auth_user", "users", 1)).containsEntry("email", "user2@example.com");

        assertThat(rollback(third, KEY).isWhole()).isTrue();
        assertThat(rollback(second, KEY).isWhole()).isTrue();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void two_who_exchange_their_addresses_keep_them_and_every_run_says_so() {
        threePeople();
        old.execute(
                "update authentication_user set email = 'x@example.com' where id = 1",
                "update authentication_user set email = 'user1@example.com' where id = 2",
                "update authentication_user set email = 'user2@example.com' where id = 1");

        for (int run = 0; run < 2; run++) {
            ImportReport report = importing.run(old.source());
            assertThat(report.warnings()).containsEntry("identifier_collision", 2L);
            assertThat(states(report, "users")).isEqualTo(Map.of("unchanged", 3L));
        }
        assertThat(row("auth_user", "users", 1)).containsEntry("email", "user1@example.com");
        assertThat(row("auth_user", "users", 2)).containsEntry("email", "user2@example.com");
    }

    @Test
    void a_code_to_the_old_address_is_dead_after_the_update_and_others_live() {
        threePeople();
        ask(user(1), "reset-1");
        ask(user(2), "reset-2");
        ask(user(3), "reset-3");
        old.execute(
                "update authentication_user set email = 'new1@example.com' where id = 1",
                "update authentication_user set is_staff = true where id = 2",
                "update authentication_user set password = " + BCRYPT_2 + " where id = 3");

        ImportReport second = importing.run(old.source());

        assertThat(opens("reset-1")).isFalse();
        assertThat(opens("reset-2")).isTrue();
        assertThat(opens("reset-3")).isFalse();
        ask(user(1), "reset-new");
        rollback(second, KEY);
        assertThat(row("auth_user", "users", 1)).containsEntry("email", "user1@example.com");
        assertThat(opens("reset-new")).isFalse();
    }

    @Test
    void a_rollback_with_another_key_or_none_changes_nothing_and_loses_nothing() {
        threePeople();
        Map<String, List<Map<String, String>>> before = rows();
        old.execute("update authentication_user set password = " + BCRYPT_2 + " where id = 3");
        ImportReport second = importing.run(old.user(4).source());
        Map<String, List<Map<String, String>>> after = rows();

        assertThatThrownBy(() -> rollback(second, AuthKeys.generate().importKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this is not the key");
        assertThatThrownBy(() -> rollback(second, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no key was given");

        assertThat(rows()).isEqualTo(after);
        assertThat(rollback(second, KEY).isWhole()).isTrue();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_single_row_that_cannot_be_read_stays_and_is_kept() {
        threePeople();
        old.execute("update authentication_user set is_staff = true");
        ImportReport second = importing.run(old.source());
        String last = host.rows("select max(link_key) k from auth_import_before")
                .get(0)
                .get("k");
        host.execute("update auth_import_before set before_row = 'v1.AAAA' where link_key = '" + last + "'");

        RollbackReport back = rollback(second, KEY);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("restored", 2L, "sealed", 1L));
        assertThat(host.count("select count(*) from auth_import_before")).isEqualTo(1);
    }

    @Test
    void a_rollback_says_whose_old_address_is_somebody_elses_by_now() {
        threePeople();
        String previous = row("auth_user", "users", 1).get("email_key");
        old.execute("update authentication_user set email = 'new1@example.com' where id = 1");
        ImportReport second = importing.run(old.source());
        host.execute("update auth_user set email_key = '" + previous + "' where id = " + ref("users", 3));

        RollbackReport back = rollback(second, KEY);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("identifier_taken", 1L));
        host.execute("update auth_user set email_key = null where id = " + ref("users", 3));
        assertThat(rollback(second, KEY).restored("users")).isEqualTo(1);
        assertThat(row("auth_user", "users", 1)).containsEntry("email", "user1@example.com");
    }

    @Test
    void a_rollback_tells_of_updates_it_cannot_take_back_any_more() {
        threePeople();
        old.execute("update authentication_user set is_staff = true");
        ImportReport second = importing.run(old.source());
        host.execute("delete from auth_import_before");

        RollbackReport back = rollback(second, KEY);

        assertThat(back.isWhole()).isFalse();
        assertThat(back.entities().get("users")).isEqualTo(Map.of("image_expired", 3L));
    }

    @Test
    void a_password_made_unusable_over_there_opens_nothing_here() {
        threePeople();
        ImportOptions merging = ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE);
        old.execute(
                "update authentication_user set password = '!gone' where id = 1",
                "update authentication_user set password = null, is_staff = true where id = 2");

        importing.run(old.source(), merging);

        assertThat(row("auth_user", "users", 1).get("password_hash")).isNull();
        assertThat(row("auth_user", "users", 2).get("password_hash")).isNotNull();
    }

    @Test
    void rights_that_rise_by_an_update_are_told() {
        threePeople();
        old.execute(
                "update authentication_user set is_staff = true where id = 1",
                "update authentication_user set is_superuser = true where id = 2",
                "update authentication_user set is_active = false where id = 3");

        ImportReport plan = importing.run(old.source(), ImportOptions.defaults().asDryRun());
        ImportReport second = importing.run(old.source());

        assertThat(plan.warnings()).containsEntry("rights_raised", 2L).isEqualTo(second.warnings());
        old.execute("update authentication_user set is_staff = false, is_superuser = false");
        assertThat(importing.run(old.source()).warnings()).doesNotContainKey("rights_raised");
    }

    @Test
    void an_update_that_cannot_be_is_told_with_its_reason() {
        threePeople();
        old.execute(
                "update authentication_user set email = null, username = '' where id = 1",
                "update authentication_profile set deleted = timestamp with time zone '2026-01-01 00:00:00+00'"
                        + " where id = 2");

        ImportReport second = importing.run(old.source());

        assertThat(second.warnings())
                .containsEntry("no_identifier", 1L)
                .containsEntry("default_profile_kept", 1L)
                .doesNotContainKeys("changed_at_target", "changed_at_source");
        assertThat(row("auth_user", "users", 1)).containsEntry("email", "user1@example.com");
    }

    @Test
    void an_update_the_store_refuses_is_told() {
        threePeople();
        host.execute("alter table auth_user add constraint no_staff check (is_staff = false)");
        old.execute("update authentication_user set is_staff = true where id = 1");

        ImportReport second = importing.run(old.source());

        assertThat(states(second, "users")).isEqualTo(Map.of("unchanged", 3L));
        assertThat(second.warnings()).isEqualTo(Map.of("store_refused", 1L));
    }
}
