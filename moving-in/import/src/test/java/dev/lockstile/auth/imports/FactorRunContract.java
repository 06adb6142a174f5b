package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plan, repetition, rollback and comparison of a run that brings second factors. */
abstract class FactorRunContract extends FactorImportFixture {

    @Test
    void a_plan_says_what_a_run_does_and_a_second_run_writes_nothing() {
        django.user(1).totp(1, 1, HEX).tokens(1, 1, "abcdefgh");
        django.user(2).totp(2, 2, HEX, "digits", "8");

        ImportReport plan =
                run(DjangoPreset.standard(), ImportOptions.defaults().asDryRun());
        assertThat(host.count("select count(*) from auth_totp")).isZero();
        ImportReport first = run();
        List<Map<String, String>> before = rows();
        ImportReport second = run();

        assertThat(first.entities()).isEqualTo(plan.entities());
        assertThat(first.warnings()).isEqualTo(plan.warnings());
        assertThat(rows()).isEqualTo(before);
        assertThat(second.entities().get("totp_devices").in(State.CREATED)).isZero();
    }

    @Test
    void a_rollback_takes_the_factors_back_with_their_people() {
        django.user(1).totp(1, 1, HEX).tokens(1, 1, "abcdefgh");
        django.user(2).totp(2, 2, HEX, "digits", "8");
        ImportReport report = run();

        assertThat(new RunRollback(host.store(), app.clock)
                        .run(report.run().runId(), quarantine::add)
                        .isWhole())
                .isTrue();

        for (String table : List.of("auth_user", "auth_totp", "auth_recovery_code", "auth_legacy_link")) {
            assertThat(host.count("select count(*) from " + table)).as(table).isZero();
        }
        assertThat(run().entities()).isEqualTo(report.entities());
    }

    @Test
    void a_factor_that_came_to_somebody_who_was_here_goes_with_its_run() {
        django.user(1);
        run();
        app.clock.advance(Duration.ofMinutes(1));
        django.totp(1, 1, HEX).tokens(1, 1, "abcdefgh");
        ImportReport second = run();
        assertThat(login(1)).isInstanceOf(Outcome.SecondFactorRequired.class);

        new RunRollback(host.store(), app.clock).run(second.run().runId(), quarantine::add);

        assertThat(login(1)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_comparison_finds_a_factor_that_is_gone_or_another_one() {
        django.user(1).totp(1, 1, HEX).tokens(1, 1, "abcdefgh", "ABCDEFGH", "234567qr");
        django.user(2).totp(2, 2, HEX, "digits", "8");
        django.user(3).totp(3, 3, HEX, "confirmed", "false");
        run();

        VerifyReport whole = verify();
        assertThat(whole.isClean()).isTrue();
        assertThat(whole.rows("totp_devices").in(VerifiedRows.EQUAL)).isOne();
        assertThat(whole.rows("recovery_code_sets").in(VerifiedRows.EQUAL)).isOne();
        assertThat(whole.rows("second_factor_locks").in(VerifiedRows.EQUAL)).isOne();

        host.execute("update auth_totp set secret_sealed = 'v1.a.b' where secret_sealed <> 'locked'");
        host.execute("update auth_recovery_code set used_at = created_at");
        host.execute("delete from auth_totp where secret_sealed = 'locked'");
        VerifyReport harmed = verify();
        assertThat(harmed.rows("totp_devices").differing()).containsEntry("secret", 1L);
        assertThat(harmed.rows("recovery_code_sets").differing()).containsEntry("codes", 1L);
        assertThat(harmed.rows("second_factor_locks").in(VerifiedRows.GONE)).isOne();
    }

    @Test
    void no_secret_is_found_in_the_database() {
        django.user(1).totp(1, 1, HEX).tokens(1, 1, "abcdefgh");
        run();

        for (String table : List.of("auth_totp", "auth_recovery_code", "auth_legacy_link", "auth_import_run")) {
            assertThat(host.rows("select * from " + table).toString())
                    .doesNotContainIgnoringCase(HEX)
                    .doesNotContainIgnoringCase(BASE32)
                    .doesNotContainIgnoringCase("abcdefgh");
        }
    }

    private VerifyReport verify() {
        try (Source source = django.source()) {
            return new Verification(app.target(), ImportOptions.defaults()).run(source, DjangoPreset.standard());
        }
    }
}
