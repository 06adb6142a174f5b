package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.check.AfterImport;
import dev.lockstile.auth.imports.check.CheckFinding;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Users keep the old system's ids as their keys, and no other user is ever given one of them. */
abstract class KeptIdsContract extends KeptIdsFixture {

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
        assertThat(host.store().<Boolean>read(tx -> ImportTx.in(tx).inserts().makesKeysInUse()))
                .isFalse();
        assertThat(candidate()).isGreaterThan(301);
        assertThat(states(importing.run(old.source(), KEEP), "users")).isEqualTo(Map.of("unchanged", 3L));
    }

    @Test
    void a_second_row_whose_number_is_a_kept_id_is_not_taken_for_one_that_stayed_where_it_was() {
        SourceAccess access = twoTables(
                "insert into fu_users values (1, 'ann@example.com', '!', true, false, true)",
                "insert into users values (1, 'ann', 'ann@example.com', '!', 1, 'user', false, true)");
        importing.run(JdbcSource.open(access), new FastApiUsersPreset(), KEEP);
        assertThat(ref("users", 1)).isEqualTo("1");

        PersonImport people = new PersonImport(target(host.store()), new FastApiUsersPreset(), KEEP);

        assertThat(people.isSecondRow("users", "1")).isTrue();
        assertThat(people.isInPlace("users", "1")).isFalse();
    }

    @Test
    void a_run_that_was_broken_off_goes_on_with_the_same_ids() {
        for (int id = 1000; id < 1010; id++) {
            old.user(id).profile(id, id);
        }
        UserImport users = new UserImport(target(host.store()), KEEP.withBatchSize(3));
        assertThatThrownBy(() -> users.run(old.source(), JbDrfAuthPreset.discovering(), brokenOff()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(candidate()).as("who registers in between").isGreaterThan(1010);

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
    void a_key_that_would_be_made_twice_is_found_by_the_checklist() {
        old.user(1);
        importing.run(old.source());
        assertThat(findings()).doesNotContain("MA-12");
        host.execute(
                "insert into auth_user (id, " + columns() + ") select 4711, " + columns("null") + " from auth_user");

        assertThat(findings()).contains("MA-12");

        host.store().alone(tx -> {
            ImportTx.in(tx).inserts().reserveKeysUpTo(null);
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

    /** The same, with that in place of the keys of identifiers, which no other user can have. */
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
