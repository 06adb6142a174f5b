package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.cutover.inplace.InPlaceStore;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old ids that cannot become keys here: their rows wait, and the plan says so. */
abstract class RefusedIdsContract extends KeptIdsFixture {

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
    void an_id_that_a_person_who_is_gone_had_as_a_key_goes_to_nobody() {
        importing.run(
                new SmallLegacy()
                        .user(77, "email", "'here@example.com'", "username", "'here'")
                        .profile(1, 77)
                        .profile(2, 77, "is_default", "false")
                        .source(),
                ImportOptions.defaults().withSystem("other"));
        long gone = Long.parseLong(ids().get(0));
        host.execute("delete from auth_profile", "delete from auth_user");
        old.user(gone).user(gone + 1);

        ImportReport plan = importing.run(old.source(), KEEP.asDryRun());
        ImportReport report = importing.run(old.source(), KEEP);

        assertThat(report.entities().get("users").byReason()).isEqualTo(Map.of("id_taken", 1L));
        assertThat(ids()).as("the key of a profile is no obstacle").containsExactly(String.valueOf(gone + 1));
        assertThat(plan.entities()).isEqualTo(report.entities());
    }

    @Test
    void of_two_tables_the_first_gives_the_id_and_the_plan_says_so() {
        SourceAccess access = twoTables(
                "insert into fu_users values (1, 'ann@example.com', '!', true, false, true)",
                "insert into users values (1, 'ben', 'ben@example.com', '!', 1, 'user', false, true),"
                        + " (2, 'ann', 'ann@example.com', '!', 1, 'user', false, true),"
                        + " (3, 'cleo', 'cleo@example.com', '!', 1, 'user', false, true)");

        ImportReport plan = importing.run(JdbcSource.open(access), new FastApiUsersPreset(), KEEP.asDryRun());
        ImportReport report = importing.run(JdbcSource.open(access), new FastApiUsersPreset(), KEEP);

        assertThat(ids()).containsExactly("1", "3");
        assertThat(states(report, "users")).isEqualTo(Map.of("quarantined", 1L, "merged", 1L, "created", 1L));
        assertThat(report.entities().get("users").byReason()).isEqualTo(Map.of("id_taken", 1L));
        assertThat(plan.entities()).isEqualTo(report.entities());
    }

    @Test
    void ids_at_the_ends_of_what_a_key_can_hold_wait_in_quarantine() {
        old.user(-5).user(0).user(7).user(Long.MAX_VALUE - 5000).user(Long.MAX_VALUE);

        ImportReport plan = importing.run(old.source(), KEEP.asDryRun());
        ImportReport report = importing.run(old.source(), KEEP);

        assertThat(ids()).containsExactly("7");
        assertThat(report.entities().get("users").byReason()).isEqualTo(Map.of("id_not_possible", 4L));
        assertThat(plan.entities()).isEqualTo(report.entities());
        assertThat(candidate()).isLessThan(10_000);
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
    void rows_that_lie_on_the_old_tables_are_refused_before_anything_is_written() {
        old.user(1);
        ImportTarget inPlace = target(InPlaceStore.on(host.entities()));

        assertThatThrownBy(() -> new UserImport(inPlace, KEEP)
                        .run(old.source(), JbDrfAuthPreset.discovering(), ImportWatch.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be kept");
        assertThat(host.count("select count(*) from auth_import_run")).isZero();
    }
}
