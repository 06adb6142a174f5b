package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.store.StoredUser;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows as they should not be. */
final class OddRowsTest {

    private final JpaHost host = JpaHost.onH2();
    private final Importing importing = new Importing(host.store());
    private final SmallLegacy old = new SmallLegacy();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void years_1_and_9999_arrive_and_others_are_left_out_with_a_warning() {
        old.user(1, "created", "timestamp with time zone '0001-01-01 00:00:00+00'");
        old.user(2, "last_login", "timestamp with time zone '9999-12-31 23:59:59+00'");
        old.user(3, "last_login", "timestamp with time zone '12000-01-01 00:00:00+00'");
        old.profile(1, 1, "birthday", "date '0001-01-01'");
        old.profile(2, 2, "birthday", "date '9999-12-31'");
        old.profile(3, 3, "birthday", "date '12000-01-01'");

        ImportReport report = importing.run(old.source());

        assertThat(report.people().in(State.CREATED)).isEqualTo(3);
        assertThat(report.warnings()).containsEntry("date_left_out", 2L);
        assertThat(birthday("user1")).isEqualTo(LocalDate.of(1, 1, 1));
        assertThat(birthday("user2")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(birthday("user3")).isNull();
        assertThat(host.rows("select created_at from auth_user order by id")
                        .get(0)
                        .get("created_at"))
                .startsWith("0001-01-01");
    }

    @Test
    void what_a_column_cannot_hold_is_left_out_and_never_the_person() {
        old.user(1, "settings", "'[1]'", "email", "concat('user', char(9), '1@example.com')", "phone", "'12'");
        old.profile(1, 1, "first_name", "repeat('x', 101)", "role", "repeat('R', 31)", "settings", "'\"text\"'");
        old.user(2, "email", "concat(repeat('a', 300), '@example.com')", "username", "'🔥 é'");
        old.profile(2, 2, "label", "'👨‍👩‍👧'");

        ImportReport report = importing.run(old.source());

        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
        assertThat(report.warnings())
                .containsEntry("settings_not_object", 2L)
                .containsEntry("value_left_out", 3L)
                .containsEntry("phone_not_usable", 1L);
        assertThat(host.rows("select role, first_name from auth_profile order by id")
                        .get(0))
                .containsEntry("role", "USER")
                .containsEntry("first_name", null);
    }

    @Test
    void a_value_that_is_no_hash_is_never_copied() {
        old.user(1, "password", "'hunter2 in clear'").profile(1, 1);
        old.user(2, "password", "''").profile(2, 2);

        ImportReport report = importing.run(old.source());

        assertThat(host.rows("select password_hash from auth_user")).allMatch(row -> row.get("password_hash") == null);
        assertThat(report.warnings()).containsEntry("hash_unknown", 1L);
        assertThat(report.hashFormats()).containsEntry("unknown", 1L).containsEntry("none", 1L);
    }

    @Test
    void the_default_mark_goes_to_the_oldest_active_profile() {
        old.user(1).profile(1, 1, "is_active", "false").profile(2, 1, "is_default", "false");
        old.user(2).profile(3, 2, "created", "timestamp '2024-01-01 00:00:00'").profile(4, 2);
        old.user(3).profile(5, 3, "is_active", "false");

        ImportReport report = importing.run(old.source());

        assertThat(host.rows("select l.legacy_id from auth_profile p left join auth_legacy_link l on l.entity ="
                        + " 'profiles' and l.local_ref = cast(p.id as varchar) where p.is_default = true"))
                .extracting(row -> row.get("legacy_id"))
                .containsExactlyInAnyOrder("2", "4", null);
        assertThat(report.warnings())
                .containsEntry("default_profile_chosen", 1L)
                .containsEntry("default_profiles_several", 1L)
                .containsEntry("default_profile_created", 1L);
        assertThat(report.entities().get("profiles").added()).isEqualTo(1);
    }

    @Test
    void rows_of_unknown_users_and_accounts_named_twice_go_to_quarantine() {
        old.user(1).profile(1, 1).social(1, 1, "42");
        old.user(2).profile(2, 2).social(2, 2, "42");
        old.device(9, 77).social(3, 77, "43").profile(8, 77);

        ImportReport report = importing.run(old.source());

        assertThat(importing.quarantine())
                .extracting(entry -> entry.entity() + " " + entry.legacyId() + " " + entry.reason())
                .containsExactlyInAnyOrder(
                        "social_accounts 2 social_duplicate",
                        "devices 9 owner_unknown",
                        "social_accounts 3 owner_unknown",
                        "profiles 8 owner_unknown");
        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void one_row_the_host_refuses_stays_out_alone() {
        host.execute("alter table auth_user add constraint no_poison check (username <> 'poison')");
        for (int id = 1; id <= 20; id++) {
            old.user(id, "username", id == 13 ? "'poison'" : "'user" + id + "'").profile(id, id);
        }

        ImportReport dry = importing.run(old.source(), ImportOptions.defaults().asDryRun());
        ImportReport report = importing.run(old.source());

        assertThat(report.people().in(State.CREATED)).isEqualTo(19);
        assertThat(importing.quarantine())
                .extracting(entry -> entry.entity() + " " + entry.legacyId() + " " + entry.reason())
                .containsExactlyInAnyOrder("users 13 store_refused", "profiles 13 owner_quarantined");
        assertThat(dry.entities()).isEqualTo(report.entities());

        host.execute("alter table auth_user drop constraint no_poison");
        ImportReport retried = importing.run(old.source());
        assertThat(retried.people().in(State.CREATED)).isEqualTo(1);
        assertThat(retried.people().in(State.UNCHANGED)).isEqualTo(19);
    }

    @Test
    void a_social_account_that_is_linked_here_already_stays_out_and_its_person_comes_in() {
        old.user(1).profile(1, 1).social(1, 1, "42");
        importing.run(old.source());
        SmallLegacy other = new SmallLegacy();
        other.user(1, "email", "'x@example.com'", "username", "'x'")
                .profile(1, 1)
                .social(5, 1, "42");
        ImportOptions options = ImportOptions.defaults().withSystem("second");

        ImportReport dry = importing.run(other.source(), options.asDryRun());
        ImportReport report = importing.run(other.source(), options);

        assertThat(report.people().in(State.CREATED)).isEqualTo(1);
        assertThat(report.entities().get("social_accounts").byReason()).containsEntry("social_refused", 1L);
        assertThat(dry.entities()).isEqualTo(report.entities());
    }

    @Test
    void new_rows_of_somebody_who_came_earlier_come_in() {
        old.user(1).profile(1, 1);
        importing.run(old.source());
        old.device(4, 1).profile(2, 1);

        ImportReport report = importing.run(old.source());

        assertThat(report.people().in(State.UNCHANGED)).isEqualTo(1);
        assertThat(report.entities().get("devices").in(State.CREATED)).isEqualTo(1);
        assertThat(host.count("select count(*) from auth_profile where is_default = true"))
                .isEqualTo(1);
    }

    @Test
    void a_person_without_anything_to_sign_in_by_waits_in_quarantine() {
        old.user(1, "email", "''", "username", "'  '", "phone", "'12'").profile(1, 1);

        ImportReport report = importing.run(old.source());

        assertThat(report.people().byReason()).containsEntry("no_identifier", 1L);
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }

    @Test
    void a_host_without_a_ledger_is_told_so_and_nothing_is_written() {
        old.user(1).profile(1, 1);
        try (JpaHost bare = JpaHost.withoutLedger()) {
            assertThatThrownBy(() -> new Importing(bare.store()).run(old.source()))
                    .isInstanceOf(Ledger.MissingException.class)
                    .hasMessageContaining("AbstractLegacyLink");
            assertThat(bare.count("select count(*) from auth_user")).isZero();
        }
    }

    @Test
    void only_true_is_active() {
        old.user(1, "is_active", "null").profile(1, 1);

        importing.run(old.source());

        assertThat(host.count("select count(*) from auth_user where is_active = true"))
                .isZero();
    }

    private LocalDate birthday(String username) {
        Identifier name = IdentifierRules.standard().username(username).orElseThrow();
        StoredUser user = host.store()
                .read(tx -> tx.users().byKey(name.kind(), name.key()))
                .orElseThrow();
        return user.profiles().get(0).person().birthday();
    }
}
