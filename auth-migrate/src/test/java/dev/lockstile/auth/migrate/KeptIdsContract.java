package dev.lockstile.auth.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.migrate.check.AfterImport;
import dev.lockstile.auth.migrate.check.CheckFinding;
import dev.lockstile.auth.migrate.inplace.InPlaceStore;
import dev.lockstile.auth.migrate.preset.FastApiUsersPreset;
import dev.lockstile.auth.migrate.preset.JbDrfAuthPreset;
import dev.lockstile.auth.migrate.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.migrate.report.ImportReport;
import dev.lockstile.auth.migrate.report.ImportWatch;
import dev.lockstile.auth.migrate.report.QuarantineEntry;
import dev.lockstile.auth.migrate.report.State;
import dev.lockstile.auth.migrate.source.JdbcSource;
import dev.lockstile.auth.migrate.source.Source;
import dev.lockstile.auth.migrate.source.SourceAccess;
import dev.lockstile.auth.migrate.source.Sources;
import dev.lockstile.auth.migrate.support.Importing;
import dev.lockstile.auth.migrate.support.LegacyDump;
import dev.lockstile.auth.migrate.support.SmallLegacy;
import dev.lockstile.auth.migrate.support.Sql;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.Passwords;
import dev.lockstile.auth.store.AuthStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users keep the old system's ids as their keys, and nobody else is ever given one of them. */
abstract class KeptIdsContract extends UpdateBed {

    private static final ImportOptions KEEP = ImportOptions.defaults().withIdsKept();

    @Test
    void users_have_the_old_ids_and_whoever_comes_later_another() {
        old.user(7).profile(70, 7).user(301).user(12);
        ImportReport plan = importing.run(old.source(), KEEP.asDryRun());
        assertThat(host.count("select count(*) from auth_user")).isZero();

        ImportReport report = importing.run(old.source(), KEEP);

        assertThat(ids()).containsExactly("7", "12", "301");
        assertThat(ref("users", 301)).isEqualTo("301");
        assertThat(plan.entities()).isEqualTo(report.entities());
        assertThat(host.count("select count(*) from auth_profile p join auth_user u on u.id = p.user_id"))
                .isEqualTo(3);
        assertThat(host.store().<Boolean>read(tx -> tx.users().makesKeysInUse()))
                .isFalse();
        assertThat(newcomer()).isGreaterThan(301);
        assertThat(states(importing.run(old.source(), KEEP), "users")).isEqualTo(Map.of("unchanged", 3L));
    }

    @Test
    void an_id_that_somebody_here_has_waits_in_quarantine_until_it_is_free() {
        ImportReport before = importing.run(
                new SmallLegacy()
                        .user(1, "email", "'here@example.com'", "username", "'here'")
                        .source(),
                ImportOptions.defaults().withSystem("other"));
        long here = Long.parseLong(ids().get(0));
        old.user(here).profile(5, here).user(here + 1);

        ImportReport report = importing.run(old.source(), KEEP);

        assertThat(states(report, "users")).isEqualTo(Map.of("created", 1L, "quarantined", 1L));
        assertThat(importing.quarantine())
                .extracting(QuarantineEntry::reason)
                .containsExactlyInAnyOrder("id_taken", "owner_quarantined");
        assertThat(host.rows("select email from auth_user where id = " + here))
                .containsExactly(Map.of("email", "here@example.com"));

        rollback(before, null);
        assertThat(states(importing.run(old.source(), KEEP), "users"))
                .isEqualTo(Map.of("created", 1L, "unchanged", 1L));
        assertThat(ref("users", (int) here)).isEqualTo(String.valueOf(here));
    }

    @Test
    void of_two_tables_the_first_gives_the_id_and_the_plan_says_so() {
        JdbcDataSource tables = new JdbcDataSource();
        String url = "jdbc:h2:mem:ids_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        tables.setURL(url);
        Sql.execute(
                tables,
                "create table fu_users (id int primary key, email varchar, hashed_password varchar, is_active boolean,"
                        + " is_superuser boolean, is_verified boolean)",
                "create table users (id int primary key, username varchar, email varchar, hashed_password varchar,"
                        + " is_active int, role varchar, is_superuser boolean, is_verified boolean)",
                "insert into fu_users values (1, 'ann@example.com', '!', true, false, true)",
                "insert into users values (1, 'ben', 'ben@example.com', '!', 1, 'user', false, true),"
                        + " (2, 'ann', 'ann@example.com', '!', 1, 'user', false, true),"
                        + " (3, 'cleo', 'cleo@example.com', '!', 1, 'user', false, true)");
        SourceAccess access = new SourceAccess(url, null, null);

        ImportReport plan = importing.run(JdbcSource.open(access), new FastApiUsersPreset(), KEEP.asDryRun());
        ImportReport report = importing.run(JdbcSource.open(access), new FastApiUsersPreset(), KEEP);

        assertThat(ids()).containsExactly("1", "3");
        assertThat(states(report, "users")).isEqualTo(Map.of("quarantined", 1L, "merged", 1L, "created", 1L));
        assertThat(report.entities().get("users").byReason()).isEqualTo(Map.of("id_taken", 1L));
        assertThat(plan.entities()).isEqualTo(report.entities());
    }

    @Test
    void ids_that_the_keys_cannot_hold_wait_in_quarantine(@TempDir Path folder) {
        Source people = Sources.file(LegacyDump.copied("biograph.users.jsonl.gz", folder));

        ImportReport report = importing.run(people, new MongoPhoneOtpPreset(), KEEP);

        assertThat(report.people().in(State.CREATED)).isZero();
        assertThat(report.people().byReason().get("id_not_possible")).isPositive();
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }

    @Test
    void a_run_that_was_broken_off_goes_on_with_the_same_ids() {
        for (int id = 1000; id < 1010; id++) {
            old.user(id).profile(id, id);
        }
        UserImport users = new UserImport(target(host.store()), KEEP.withBatchSize(3));
        assertThatThrownBy(() -> users.run(old.source(), JbDrfAuthPreset.discovering(), brokenOff()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(newcomer()).as("who registers in between").isGreaterThan(1010);

        ImportReport resumed = new UserImport(target(host.store()), ImportOptions.defaults())
                .resume(old.source(), JbDrfAuthPreset.discovering(), ImportWatch.none())
                .orElseThrow();

        assertThat(states(resumed, "users")).isEqualTo(Map.of("created", 10L));
        assertThat(host.rows("select legacy_id from auth_legacy_link where entity = 'users' and local_ref <> legacy_id"
                        + " and source_system = 'jb-drf-auth'"))
                .isEmpty();
        rollback(resumed, null);
        assertThat(states(importing.run(old.source(), KEEP), "users")).isEqualTo(Map.of("created", 10L));
        assertThat(ids()).hasSize(11).contains("1000", "1009");
    }

    @Test
    void rows_that_lie_on_the_old_tables_are_refused_before_anything_is_written() {
        old.user(1);
        ImportTarget inPlace = target(InPlaceStore.on(host.entities()));

        assertThatThrownBy(() -> new UserImport(inPlace, KEEP)
                        .run(old.source(), JbDrfAuthPreset.discovering(), ImportWatch.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be kept");
        assertThat(host.count("select count(*) from auth_import_run")).isZero();
    }

    @Test
    void a_key_that_would_be_made_twice_is_found_by_the_checklist() {
        old.user(1);
        importing.run(old.source());
        assertThat(findings()).doesNotContain("MA-12");
        host.execute(
                "insert into auth_user (id, " + columns() + ") select 4711, " + columns("null") + " from auth_user");

        assertThat(findings()).contains("MA-12");

        host.store().alone(tx -> {
            tx.users().passKeys(null);
            return true;
        });
        assertThat(findings()).doesNotContain("MA-12");
    }

    private List<String> findings() {
        ImportTarget target = target(host.store());
        Verification comparison = new Verification(target, ImportOptions.defaults());
        return new AfterImport(target, ImportOptions.defaults(), Set.of())
                .of(old.source(), JbDrfAuthPreset.discovering(), comparison).stream()
                        .map(CheckFinding::id)
                        .toList();
    }

    /** Every column but the key. */
    private String columns() {
        return String.join(", ", names());
    }

    /** The same, with that in place of the keys of identifiers, which nobody else can have. */
    private String columns(String ofKeys) {
        return String.join(
                ", ",
                names().stream()
                        .map(name -> name.endsWith("_key") ? ofKeys : name)
                        .toList());
    }

    private List<String> names() {
        return host.rows("select * from auth_user").get(0).keySet().stream()
                .filter(name -> !name.equals("id"))
                .toList();
    }

    private List<String> ids() {
        return host.rows("select id from auth_user order by id").stream()
                .map(row -> row.get("id"))
                .toList();
    }

    /** The key of somebody who comes to this host otherwise. */
    private long newcomer() {
        String name = "'somebody'";
        importing.run(
                new SmallLegacy()
                        .user(1, "email", "'somebody@example.com'", "username", name)
                        .source(),
                ImportOptions.defaults().withSystem("other"));
        return Long.parseLong(host.rows("select id from auth_user where username = " + name)
                .get(0)
                .get("id"));
    }

    private static ImportTarget target(AuthStore store) {
        return new ImportTarget(
                store,
                IdentifierRules.standard(),
                Passwords.of(PasswordSettings.owasp()).formats(),
                Clock.fixed(Importing.NOW, ZoneOffset.UTC));
    }

    /** Ends the run after the first batches. */
    private static ImportWatch brokenOff() {
        return new ImportWatch() {
            @Override
            public void quarantined(QuarantineEntry entry) {}

            @Override
            public void progress(long read) {
                if (read >= 6) {
                    throw new IllegalStateException("the power went off");
                }
            }
        };
    }
}
