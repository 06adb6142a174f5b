package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.ReportPage;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where nothing was compared, nothing is said to be equal. */
final class VerificationOfNothingTest {

    private static final Preset PRESET = JbDrfAuthPreset.discovering();

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final SmallLegacy old = new SmallLegacy();

    @Test
    void nothing_is_clean_before_a_run_has_finished_or_after_it_was_taken_back() {
        old.user(1);
        VerifyReport before = verify(old);
        assertThat(before.isFinished()).isFalse();
        assertThat(before.isClean()).isFalse();

        moveIn();
        VerifyReport after = verify(old);
        assertThat(after.isClean()).isTrue();

        new RunRollback(store, Clock.systemUTC()).run(after.runId(), ImportWatch.none());
        VerifyReport takenBack = verify(old);
        assertThat(takenBack.isFinished()).isFalse();
        assertThat(takenBack.isClean()).isFalse();
    }

    @Test
    void a_system_by_another_name_has_no_finished_run() {
        old.user(1);
        moveIn();
        ImportOptions misspelt = ImportOptions.defaults().withSystem("jb-drf-aut");
        VerifyReport found = new Verification(Verifying.target(store), misspelt).run(old.source(), PRESET);
        assertThat(found.system()).isEqualTo("jb-drf-aut");
        assertThat(found.isFinished()).isFalse();
        assertThat(found.isClean()).isFalse();
    }

    @Test
    void an_empty_source_is_not_clean_where_somebody_came_in() {
        old.user(1);
        moveIn();
        VerifyReport found = verify(new SmallLegacy());
        assertThat(found.isFinished()).isTrue();
        assertThat(found.isCompared()).isFalse();
        assertThat(found.isClean()).isFalse();
    }

    @Test
    void another_source_is_not_clean_even_if_its_keys_are_the_same() {
        old.user(1);
        String run = moveIn();
        SmallLegacy another = new SmallLegacy();
        another.user(1, "email", "'somebody.else@example.com'").user(2);
        VerifyReport found = verify(another);
        assertThat(found.rows("users").outcomes()).isEqualTo(Map.of("changed_at_source", 1L, "not_in_target", 1L));
        assertThat(found.isClean()).isFalse();

        String report = new ImportHistory(store).noteVerified(found).orElseThrow();
        assertThat(report).contains(run);
        assertThat(ReportPage.of(report)).contains("**Nothing was compared.**").doesNotContain("differs.");
    }

    @Test
    void a_system_of_which_every_row_is_in_quarantine_is_clean() {
        old.user(1, "email", "''", "username", "''").user(2, "email", "''", "username", "''");
        moveIn();
        VerifyReport found = verify(old);
        assertThat(found.in("not_in_target")).isEqualTo(2);
        assertThat(found.isClean()).isTrue();
    }

    private String moveIn() {
        return new Importing(store).run(old.source()).run().runId();
    }

    private VerifyReport verify(SmallLegacy source) {
        return Verifying.of(store, source.source(), PRESET, new ArrayList<>());
    }
}
