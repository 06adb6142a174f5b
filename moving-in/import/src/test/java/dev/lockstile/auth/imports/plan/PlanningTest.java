package dev.lockstile.auth.imports.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run does what its plan said, or nothing. */
final class PlanningTest {

    private final SmallLegacy legacy = new SmallLegacy();
    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final MigrationFixture fixture = new MigrationFixture(store);

    @BeforeEach
    void people() {
        for (int id = 1; id <= 4; id++) {
            legacy.user(id).profile(id, id, "first_name", "'Ana'");
        }
        legacy.user(5, "email", "'USER1@example.com'").profile(5, 5);
    }

    private ImportPlan agreed() {
        return ImportPlan.read(planned(ImportOptions.defaults()).plan().toJson());
    }

    private Planning.Planned planned(ImportOptions options) {
        try (JdbcSource source = legacy.source()) {
            return planning(options).plan(source, JbDrfAuthPreset.discovering(), ImportWatch.none());
        }
    }

    private Planning planning(ImportOptions options) {
        return new Planning(fixture.target(), options, List.of());
    }

    private void require(ImportPlan plan, ImportOptions options) {
        try (JdbcSource source = legacy.source()) {
            planning(options).require(plan, source, JbDrfAuthPreset.discovering());
        }
    }

    private ImportReport run() {
        try (JdbcSource source = legacy.source()) {
            return new UserImport(fixture.target(), ImportOptions.defaults())
                    .run(source, JbDrfAuthPreset.discovering(), ImportWatch.none());
        }
    }

    @Test
    void a_plan_writes_nothing_and_counts_what_the_run_counts() {
        ImportPlan plan = agreed();
        assertThat(store.dump()).doesNotContain("user1");
        assertThatCode(() ->
                        require(plan, ImportOptions.defaults().withWorkers(2).withBatchSize(2)))
                .doesNotThrowAnyException();
        assertThat(ImportPlan.counts(run())).isEqualTo(plan.counts());
    }

    @Test
    void a_row_that_was_changed_added_or_removed_stops_the_run() {
        ImportPlan plan = agreed();
        legacy.execute("update authentication_profile set first_name = 'Eva' where id = 3");
        assertThatThrownBy(() -> require(plan, ImportOptions.defaults()))
                .isInstanceOf(ImportPlan.MovedException.class)
                .hasMessageContaining("rows of the source");
        legacy.execute("update authentication_profile set first_name = 'Ana' where id = 3");
        require(plan, ImportOptions.defaults());
        legacy.execute("delete from authentication_device", "delete from authentication_profile where id = 4");
        assertThatThrownBy(() -> require(plan, ImportOptions.defaults())).isInstanceOf(ImportPlan.MovedException.class);
    }

    @Test
    void codes_that_come_and_go_in_a_system_in_use_do_not_stop_the_run() {
        legacy.execute(
                "create table authentication_otpcode (id bigint primary key, user_id bigint, email varchar, phone"
                        + " varchar, code varchar, code_hash varchar, channel varchar, attempts int, is_used boolean,"
                        + " valid_until timestamp with time zone, created timestamp with time zone)",
                code(1, "2026-12-01 12:05:00+00"));
        ImportPlan plan = agreed();
        fixture.clock.advance(Duration.ofMinutes(10));
        legacy.execute(code(2, "2026-12-01 12:15:00+00"));
        assertThat(planned(ImportOptions.defaults()).report().warnings())
                .as("they are counted")
                .containsEntry("codes_expired_by_import", 1L);
        assertThatCode(() -> require(plan, ImportOptions.defaults())).doesNotThrowAnyException();
    }

    private static String code(int id, String expires) {
        return "insert into authentication_otpcode (id, is_used, attempts, valid_until, created) values (" + id
                + ", false, 0, timestamp with time zone '" + expires
                + "', timestamp with time zone '2026-12-01 11:59:00+00')";
    }

    @Test
    void another_option_stops_the_run() {
        ImportPlan plan = agreed();
        assertThatThrownBy(() -> require(plan, ImportOptions.defaults().withDuplicates(DuplicatePolicy.QUARANTINE)))
                .isInstanceOf(ImportPlan.MovedException.class)
                .hasMessageContaining("duplicates");
        assertThatThrownBy(() -> require(plan, ImportOptions.defaults().withDefaultRegion("MX")))
                .isInstanceOf(ImportPlan.MovedException.class);
    }

    @Test
    void people_here_who_moved_meanwhile_stop_the_run() {
        ImportPlan plan = agreed();
        run();
        assertThatThrownBy(() -> require(plan, ImportOptions.defaults()))
                .isInstanceOf(ImportPlan.MovedException.class)
                .hasMessageContaining("would end otherwise");
    }

    @Test
    void a_plan_that_was_changed_by_hand_is_none() {
        String json = planned(ImportOptions.defaults()).plan().toJson();
        assertThatThrownBy(() -> ImportPlan.read(json.replaceFirst("\"created\": \\d", "\"created\": 9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changed");
        assertThatThrownBy(() -> ImportPlan.read("not json")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImportPlan.read("[]")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_sample_tells_nobody() {
        assertThat(planned(ImportOptions.defaults()).plan().toJson())
                .contains("\"email\": \"u*** (17 characters)\"", "\"legacy_id\": \"1\"")
                .doesNotContain("user1", "example.com", "!x", "Ana");
    }
}
