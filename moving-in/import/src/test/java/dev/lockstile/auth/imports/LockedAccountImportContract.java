package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** No account loses a second factor without a report: an account whose factor cannot be verified is locked. */
abstract class LockedAccountImportContract extends FactorImportFixture {

    @Test
    void what_cannot_be_verified_here_locks_the_account_and_is_told_by_name() {
        django.user(1).totp(1, 1, HEX, "digits", "8");
        django.user(2).totp(2, 2, HEX, "step", "60");
        django.user(3).totp(3, 3, HEX, "t0", "7");
        django.user(4).totp(4, 4, HEX, "drift", "2");
        django.user(5).totp(5, 5, "zz" + HEX.substring(2));
        django.user(6).totp(6, 6, "3132333435");
        django.user(7).totp(7, 7, HEX, "last_t", String.valueOf(step() + 3));
        django.user(8).emailDevice(1, 8);
        django.user(9).authenticator(9, 9, "webauthn", "{\"name\": \"key\"}");
        django.user(10).authenticator(10, 10, "totp", "{\"secret\": \"gAAAA.not-base32\"}");

        ImportReport report = run();

        assertThat(report.entities().get("users").in(State.CREATED))
                .as("no one is dropped")
                .isEqualTo(10);
        assertThat(report.warnings())
                .containsEntry("totp_digits", 1L)
                .containsEntry("totp_period", 1L)
                .containsEntry("totp_start", 1L)
                .containsEntry("totp_drift", 1L)
                .containsEntry("totp_secret_unreadable", 2L)
                .containsEntry("totp_secret_short", 1L)
                .containsEntry("totp_step_ahead", 1L)
                .containsEntry("factor_not_supported", 2L)
                .containsEntry("second_factor_locked", 10L);
        assertThat(report.entities().get("second_factor_locks").in(State.CREATED))
                .isEqualTo(10);
        assertThat(report.named().get("second_factor_locked").count()).isEqualTo(10);
        assertThat(report.named().get("second_factor_locked").first().get(0).names())
                .containsEntry("email", "user1@example.com");
        for (int id = 1; id <= 10; id++) {
            assertThat(entersWith(id, generator().code())).isFalse();
        }
    }

    @Test
    void a_locked_account_opens_once_an_administrator_has_reset_it_and_a_later_run_locks_it_no_more() {
        django.user(1).totp(1, 1, HEX, "digits", "8");
        run();
        assertThat(auth.factorAdministration().reset("user1@example.com", "ticket 1"))
                .isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(login(1)).isInstanceOf(Outcome.Done.class);

        ImportReport second = run();

        assertThat(second.entities().get("second_factor_locks").in(State.UNCHANGED))
                .isOne();
        assertThat(login(1)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_factor_that_was_removed_here_does_not_come_back() {
        django.user(1).totp(7, 1, HEX).tokens(1, 1, "abcdefgh");
        run();
        auth.factorAdministration().reset("user1@example.com", "ticket 1");

        ImportReport second = run();

        assertThat(second.entities().get("totp_devices").in(State.UNCHANGED)).isOne();
        assertThat(second.entities().get("recovery_code_sets").in(State.UNCHANGED))
                .isOne();
        assertThat(login(1)).isInstanceOf(Outcome.Done.class);
        django.execute("delete from otp_totp_totpdevice");
        django.totp(8, 1, HEX);
        assertThat(run().warnings()).containsEntry("second_factor_left_alone", 1L);
        assertThat(login(1)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_mover_may_let_a_factor_be_lost_by_name() {
        django.user(1).totp(1, 1, HEX, "digits", "8").tokens(1, 1, "abcdefgh");
        django.user(2).totp(2, 2, HEX);

        ImportReport report =
                run(DjangoPreset.standard(), ImportOptions.defaults().allowFactorLoss());

        assertThat(report.named().get("second_factor_lost").count()).isOne();
        assertThat(login(1)).isInstanceOf(Outcome.Done.class);
        assertThat(login(2)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }
}
