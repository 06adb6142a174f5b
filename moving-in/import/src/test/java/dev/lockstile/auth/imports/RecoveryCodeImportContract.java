package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Recovery codes of django-otp and django-allauth come along, each good once. */
abstract class RecoveryCodeImportContract extends FactorImportFixture {

    /** A seed of recovery codes as allauth keeps it. */
    private static final String SEED = "6b3a2f1e0d4c5b6a79880f1e2d3c4b5a69788796a5b4c3d2e1f0"
            + "0112233445566778899aabbccddeeff0112233445566778899aabb";

    /** As Python computes them of {@link #SEED}. */
    private static final String FIRST_CODE = "30529806";

    private static final String SECOND_CODE = "92971701";

    @Test
    void recovery_codes_open_once_in_any_letter_case_and_the_report_says_how_short_they_are() {
        django.user(1).totp(7, 1, HEX).tokens(1, 1, "abcdefgh", "234567qr", "short", "abcdefgh");

        ImportReport report = run();

        assertThat(report.warnings())
                .containsEntry("recovery_codes_short", 3L)
                .containsEntry("recovery_code_not_usable", 1L);
        assertThat(challenge(1).factors()).containsExactly(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
        assertThat(recovers(1, "ABCD-EFGH")).isTrue();
        assertThat(recovers(1, "abcdefgh")).as("each once").isFalse();
        assertThat(recovers(1, "short")).isFalse();
        assertThat(recovers(1, "234567qr")).isTrue();
    }

    @Test
    void somebody_with_recovery_codes_alone_is_asked_for_one() {
        django.user(1).tokens(1, 1, "abcdefgh");
        run();

        assertThat(login(1)).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(recovers(1, "abcdefgh")).isTrue();
    }

    @Test
    void the_codes_of_allauth_follow_from_its_seed_and_used_ones_stay_behind() {
        django.user(1)
                .authenticator(1, 1, "totp", "{\"secret\": \"" + BASE32 + "\"}")
                .authenticator(2, 1, "recovery_codes", "{\"seed\": \"" + SEED + "\", \"used_mask\": 1}");
        django.user(2)
                .authenticator(3, 2, "totp", "{\"secret\": \"" + BASE32 + "\"}")
                .authenticator(4, 2, "recovery_codes", "{\"migrated_codes\": [\"aaaa-1111\", \"bbbb-2222\"]}");

        ImportReport report = run();

        assertThat(report.warnings()).containsEntry("recovery_codes_short", 11L);
        assertThat(recovers(1, FIRST_CODE)).as("used over there").isFalse();
        assertThat(recovers(1, SECOND_CODE)).isTrue();
        assertThat(recovers(2, "bbbb-2222")).isTrue();
        assertThat(entersWith(2, generator().code())).isTrue();
    }

    @Test
    void short_recovery_codes_are_paused_after_too_many_attempts() {
        auth = app.node(
                settings -> settings.withThrottles(ThrottleSettings.owasp()),
                builder -> builder.secondFactors(SecondFactorSettings.optional()));
        django.user(1).totp(7, 1, HEX).tokens(1, 1, "abcdefgh");
        run();
        for (int i = 0; i < 20; i++) {
            app.clock.advance(Duration.ofMinutes(1));
            assertThat(recovers(1, "0000000" + i % 10)).isFalse();
        }

        assertThat(recovers(1, "abcdefgh")).as("right, but paused").isFalse();
        app.clock.advance(Duration.ofHours(2));
        assertThat(recovers(1, "abcdefgh")).isTrue();
    }

    private boolean recovers(long id, String code) {
        return enters(id, new FactorProof.RecoveryCode(Secret.of(code)));
    }
}
