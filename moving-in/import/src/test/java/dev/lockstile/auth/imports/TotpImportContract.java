package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.FactorMapping.AllauthCodes;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Authenticator applications of django-otp and django-allauth come along, with the last code that was taken. */
abstract class TotpImportContract extends FactorImportFixture {

    @Test
    void somebody_with_an_application_signs_in_with_a_code_of_the_old_secret() {
        django.user(1).totp(7, 1, HEX);

        ImportReport report = run();

        assertThat(report.entities().get("totp_devices").in(State.CREATED)).isOne();
        assertThat(challenge(1).factors()).containsExactly(FactorKind.TOTP);
        assertThat(entersWith(1, "000000")).isFalse();
        assertThat(entersWith(1, generator().code())).isTrue();
        assertThat(entersWith(1, generator().code())).as("each code once").isFalse();
    }

    @Test
    void a_code_that_the_old_system_took_is_not_taken_again() {
        django.user(1).totp(7, 1, HEX, "last_t", String.valueOf(step()));
        run();

        assertThat(entersWith(1, generator().code(-1))).isFalse();
        assertThat(entersWith(1, generator().code())).isFalse();
        assertThat(entersWith(1, generator().code(1))).isTrue();
    }

    @Test
    void a_later_run_carries_on_what_the_old_system_took_since() {
        django.user(1).totp(7, 1, HEX);
        run();
        app.clock.advance(Duration.ofMinutes(5));
        django.execute("update otp_totp_totpdevice set last_t = " + step() + ", drift = 1");

        ImportReport second = run();

        assertThat(second.entities().get("totp_devices").in(State.UNCHANGED)).isOne();
        assertThat(second.warnings()).isEmpty();
        assertThat(entersWith(1, generator().code())).isFalse();
        assertThat(entersWith(1, generator().code(1))).isTrue();
    }

    @Test
    void an_unconfirmed_device_is_left_out_and_locks_nobody() {
        django.user(1).totp(1, 1, HEX, "confirmed", "false");

        ImportReport report = run();

        assertThat(report.entities().get("totp_devices").byReason()).containsEntry("factor_unconfirmed", 1L);
        assertThat(login(1)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void of_several_applications_the_one_that_was_used_last_comes() {
        django.user(1).totp(1, 1, HEX.replace('3', '4'), "last_t", "100").totp(2, 1, HEX, "last_t", "200");

        ImportReport report = run();

        assertThat(report.warnings()).containsEntry("totp_beyond_the_first", 1L);
        assertThat(entersWith(1, generator().code())).isTrue();
    }

    @Test
    void a_code_that_allauth_took_shortly_before_is_not_taken_again() {
        Instant now = app.clock.instant();
        django.user(1)
                .authenticator(
                        1,
                        1,
                        "totp",
                        "{\"secret\": \"" + BASE32 + "\"}",
                        "last_used_at",
                        "timestamp with time zone '" + now + "'");
        run();

        assertThat(entersWith(1, generator().code())).isFalse();
        app.clock.advance(Duration.ofMinutes(1));
        assertThat(entersWith(1, generator().code())).isTrue();
    }

    @Test
    void secrets_that_the_project_encrypted_are_read_through_a_function_of_the_mover() {
        String reversed = new StringBuilder(BASE32).reverse().toString();
        django.user(1).authenticator(1, 1, "totp", "{\"secret\": \"" + reversed + "\"}");
        django.user(2).authenticator(2, 2, "totp", "{\"secret\": \"boom\"}");
        AllauthCodes settings = AllauthCodes.STANDARD.decryptedBy(text -> {
            if (text.equals("boom")) {
                throw new IllegalStateException("not of this key");
            }
            return new StringBuilder(text).reverse().toString();
        });

        run(DjangoPreset.standard().withFactors(FactorMapping.allauth(settings)), ImportOptions.defaults());

        assertThat(entersWith(1, generator().code())).isTrue();
        assertThat(login(2)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_code_to_the_mailbox_does_not_pass_the_second_factor() {
        django.user(1).totp(7, 1, HEX);
        run();

        assertThat(app.signInByCode(auth, CodeIdentifier.email("user1@example.com")))
                .isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(host.count("select count(*) from auth_totp where confirmed_at is not null"))
                .isOne();
    }
}
