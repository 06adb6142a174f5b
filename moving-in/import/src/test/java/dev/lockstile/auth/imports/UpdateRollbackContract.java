package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MarksBelieved;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.store.AuthStore;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Rows that a run wrote anew get back what they had, each as soon as nothing stands in its way, or stay and are told.
 */
abstract class UpdateRollbackContract extends UpdateFixture {

    @Test
    void whoever_waits_for_an_address_that_another_one_gives_up_gets_it_back_in_the_end() {
        for (int id = 1; id <= 5; id++) {
            old.user(id);
        }
        importing.run(old.source());
        List<Map<String, String>> users = host.rows("select u.id, u.email_key from auth_user u join auth_legacy_link l"
                + " on l.entity = 'users' and l.local_ref = cast(u.id as varchar) order by l.link_key");
        Map<String, List<Map<String, String>>> before = rows();
        old.execute("update authentication_user set email = concat('new', id, '@example.com')");
        ImportReport second = importing.run(old.source());
        // The user who is looked at first waits for the next one, and so on.
        for (int i = 1; i < users.size(); i++) {
            host.execute("update auth_user set email_key = '" + users.get(i - 1).get("email_key") + "' where id = "
                    + users.get(i).get("id"));
        }

        RollbackReport back = rollback(second, KEY);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("restored", 5L));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_profile_that_was_changed_since_keeps_the_update_and_is_told() {
        threePeople();
        old.execute("update authentication_profile set first_name = 'Ana'");
        ImportReport second = importing.run(old.source());
        host.execute("update auth_profile set label = 'home', modified_at = timestamp with time zone"
                + " '2030-01-01 00:00:00+00' where id = " + ref("profiles", 2));
        Map<String, String> changed = row("auth_profile", "profiles", 2);

        RollbackReport back = rollback(second, KEY);

        assertThat(back.entities().get("profiles")).isEqualTo(Map.of("restored", 2L, "used_since", 1L));
        assertThat(told).extracting(QuarantineEntry::legacyId).containsExactly("2");
        assertThat(row("auth_profile", "profiles", 2)).isEqualTo(changed);
        assertThat(row("auth_profile", "profiles", 1).get("first_name")).isNull();
        assertThat(host.count("select count(*) from auth_import_before"))
                .as("how it was is of no use any more")
                .isZero();
        assertThat(rollback(second, KEY).entities()).isEmpty();
    }

    @Test
    void a_key_is_asked_for_before_anything_is_written_though_only_the_last_row_is_sealed() {
        threePeople();
        old.execute("update authentication_user set is_staff = true");
        ImportReport second = importing.run(old.source());
        host.execute("update auth_import_before set before_row = '' where link_key ="
                + " (select min(link_key) from auth_import_before)");
        Map<String, List<Map<String, String>>> after = rows();

        assertThatThrownBy(() -> rollback(second, null)).hasMessageContaining("no key was given");
        assertThatThrownBy(() -> rollback(second, AuthKeys.generate().importKey()))
                .hasMessageContaining("this is not the key (unknown key ");

        assertThat(rows()).isEqualTo(after);
    }

    @Test
    void somebody_who_is_gone_by_now_is_no_obstacle_and_counts_as_removed() {
        threePeople();
        ImportReport later = importing.run(old.user(4).source());
        host.execute(
                "delete from auth_profile where user_id = " + ref("users", 4),
                "delete from auth_user where id = " + ref("users", 4));

        RollbackReport back = rollback(later, KEY);

        assertThat(back.isWhole()).isTrue();
        assertThat(back.removed("users")).isEqualTo(1);
        assertThat(host.count("select count(*) from auth_legacy_link where legacy_id in ('4', 'users:4')"))
                .isZero();
    }

    @Test
    void nothing_is_taken_back_where_the_schema_is_older_than_the_library() {
        threePeople();
        ImportReport later = importing.run(old.user(4).source());
        Map<String, List<Map<String, String>>> before = rows();
        host.execute("alter table auth_import_source rename to auth_import_source_later");

        assertThatThrownBy(() -> rollback(later, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("migrate the schema first");

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_later_run_that_wrote_has_to_go_first_though_nothing_of_it_is_held_any_more() {
        ImportOptions merging = ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE);
        ImportReport first = importing.run(old.user(1).source());
        old.execute("update authentication_user set is_staff = true where id = 1");
        ImportReport second = importing.run(old.source());
        assertThat(states(second, "users")).isEqualTo(Map.of("updated", 1L));
        old.user(2, "email", "'USER1@example.com'", "username", "null");
        ImportReport third = importing.run(old.source(), new MarksBelieved(JbDrfAuthPreset.discovering()), merging);
        assertThat(states(third, "users")).isEqualTo(Map.of("merged", 1L, "unchanged", 1L));
        host.execute(
                "delete from auth_import_before",
                "delete from auth_legacy_link where run_id = '" + third.run().runId() + "'");

        assertThatThrownBy(() -> rollback(first, KEY))
                .hasMessageContaining(third.run().runId());
        rollback(third, KEY);
        assertThatThrownBy(() -> rollback(first, KEY))
                .hasMessageContaining(second.run().runId());
    }

    @Test
    void each_device_that_rows_of_the_host_name_is_told_though_nothing_else_goes() {
        threePeople();
        ImportReport later = importing.run(old.device(4, 1).device(5, 2).source());
        host.execute(
                "create table shop_push (id bigint primary key, device_id bigint references auth_device (id))",
                "insert into shop_push select id, id from auth_device");

        RollbackReport back = rollback(later, KEY);

        assertThat(back.entities()).isEqualTo(Map.of("devices", Map.of("referred_to", 2L)));
        assertThat(told).extracting(QuarantineEntry::legacyId).containsExactlyInAnyOrder("4", "5");
    }

    @Test
    void work_that_the_store_runs_twice_is_counted_and_told_once() {
        threePeople();
        ImportReport later = importing.run(old.user(4).user(5).user(6).source());
        signIn(5);
        AuthStore store = host.store();
        AuthStore twice = (AuthStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AuthStore.class}, (self, method, arguments) -> {
                    if (method.getName().equals("alone")) {
                        brokenOff(store, (AuthStore.Work<?>) arguments[0]);
                    }
                    return method.invoke(store, arguments);
                });

        RollbackReport back = new RunRollback(twice, Clock.fixed(LATER, ZoneOffset.UTC), KEY)
                .run(later.run().runId(), told::add);

        assertThat(back.entities().get("users")).isEqualTo(Map.of("removed", 2L, "used_since", 1L));
        assertThat(back.entities().get("added_profiles")).isEqualTo(Map.of("removed", 2L, "owner_kept", 1L));
        assertThat(told).extracting(QuarantineEntry::entity).containsExactlyInAnyOrder("users", "added_profiles");
    }

    /** The database breaks the transaction off at its end. */
    private static void brokenOff(AuthStore store, AuthStore.Work<?> work) {
        assertThatThrownBy(() -> store.alone(tx -> {
                    work.run(tx);
                    throw new IllegalStateException("serialization failure");
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
