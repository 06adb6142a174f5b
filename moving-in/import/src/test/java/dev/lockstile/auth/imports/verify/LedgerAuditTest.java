package dev.lockstile.auth.imports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.Verifying;
import dev.lockstile.auth.imports.history.ImportHistory;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is missing in the ledger is what runs wrote there and is lost, whatever users come and go over there. */
final class LedgerAuditTest {

    private static final Preset PRESET = JbDrfAuthPreset.discovering();

    private final JpaHost host = JpaHost.onH2();
    private final SmallLegacy old = new SmallLegacy();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void who_was_forgotten_before_coming_over_is_no_difference() {
        old.user(1).user(2).profile(2, 2).device(2, 2);
        assertThat(new PersonImport(Verifying.target(host.store()), PRESET, ImportOptions.defaults())
                        .forget("users", "2"))
                .isTrue();
        new Importing(host.store()).run(old.source());

        List<VerifyReport.Difference> told = new ArrayList<>();
        VerifyReport found = verify(told);

        assertThat(told).isEmpty();
        assertThat(found.missing()).isEmpty();
        assertThat(found.isClean()).isTrue();
        assertThat(found.rows("users").outcomes()).isEqualTo(Map.of("equal", 1L, "forgotten", 1L));
        assertThat(found.rows("profiles").outcomes()).isEqualTo(Map.of("forgotten", 1L));
        assertThat(found.rows("devices").outcomes()).isEqualTo(Map.of("forgotten", 1L));
    }

    @Test
    void who_leaves_and_who_registers_over_there_hides_no_lost_entry_and_makes_up_none() {
        old.user(1).user(2).user(3);
        new Importing(host.store()).run(old.source());
        old.execute("delete from authentication_user where id = 3");
        old.user(4);
        VerifyReport found = verify(new ArrayList<>());
        assertThat(found.missing()).isEmpty();
        assertThat(found.isClean()).isTrue();
        assertThat(found.rows("users").outcomes()).isEqualTo(Map.of("equal", 2L, "not_in_target", 1L));

        new Importing(host.store()).run(old.source());
        old.user(5);
        host.execute("delete from auth_legacy_link where legacy_id = '1' and entity = 'users'"
                + " or legacy_id = 'users:2' and entity = 'added_profiles'");
        assertThat(verify(new ArrayList<>()).missing()).isEqualTo(Map.of("users", 1L, "added_profiles", 1L));
    }

    @Test
    void a_run_that_was_taken_back_meanwhile_stays_so_and_is_owed_no_entry() {
        old.user(1);
        new Importing(host.store()).run(old.source());
        ImportHistory history = new ImportHistory(host.store());
        VerifyReport found = verify(new ArrayList<>());
        assertThat(history.noteVerified(found)).isPresent();

        new RunRollback(host.store(), Clock.systemUTC()).run(found.runId(), ImportWatch.none());

        assertThat(history.noteVerified(found)).isEmpty();
        assertThat(history.run(Optional.of(found.runId())).orElseThrow().state())
                .isEqualTo("rolled_back");
        assertThat(verify(new ArrayList<>()).missing()).isEmpty();
    }

    private VerifyReport verify(List<VerifyReport.Difference> told) {
        return Verifying.of(host.store(), old.source(), PRESET, told);
    }
}
