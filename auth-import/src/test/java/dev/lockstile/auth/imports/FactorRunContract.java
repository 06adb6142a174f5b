package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.AllauthCodes;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.Rollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.AllauthRow;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plan, repetition, rollback and comparison of a run that brings second factors. */
abstract class FactorRunContract extends FactorImportFixture {

    private static final Preset ALLAUTH = DjangoPreset.standard()
            .withFactors(
                    FactorMapping.djangoOtp(),
                    FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example")));

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

        assertThat(new Rollback(host.store(), app.clock)
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
        assertThat(login(1)).isInstanceOf(LoginResult.SecondFactorRequired.class);

        new Rollback(host.store(), app.clock).run(second.run().runId(), quarantine::add);

        assertThat(login(1)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void recovery_codes_a_passkey_and_a_lock_that_came_to_people_who_were_here_go_with_their_run() {
        django.user(1).user(2).user(3).user(4);
        run(ALLAUTH, ImportOptions.defaults().withEmailsTrusted());
        app.clock.advance(Duration.ofMinutes(1));
        django.tokens(1, 1, "abcdefgh")
                .authenticator(2, 2, "webauthn", AllauthRow.passkey("acme.example", 0x26))
                .totp(3, 3, HEX, "digits", "8")
                .tokens(4, 4, "abcdefgh")
                .tokens(5, 4, "bcdefghi");
        ImportReport second = run(ALLAUTH, ImportOptions.defaults().withEmailsTrusted());
        for (int id = 1; id <= 4; id++) {
            assertThat(login(id)).isInstanceOf(LoginResult.SecondFactorRequired.class);
        }

        RollbackReport back = rollback(second);

        assertThat(back.isWhole()).isTrue();
        for (int id = 1; id <= 4; id++) {
            assertThat(login(id)).isInstanceOf(LoginResult.SignedIn.class);
        }
        assertThat(host.count(
                        "select count(*) from auth_legacy_link where entity <> 'users' and entity <> 'added_profiles'"))
                .isZero();
    }

    @Test
    void a_rollback_of_the_factors_leaves_the_run_before_to_be_taken_back_as_well() {
        django.user(1);
        ImportReport first = run();
        django.totp(1, 1, HEX).tokens(1, 1, "abcdefgh");
        assertThat(rollback(run()).isWhole()).isTrue();

        assertThat(rollback(first).isWhole()).isTrue();
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }

    @Test
    void whoever_has_signed_in_since_keeps_every_factor_that_came() {
        django.user(1).user(2).user(3);
        run(ALLAUTH, ImportOptions.defaults().withEmailsTrusted());
        django.tokens(1, 1, "abcdefgh")
                .authenticator(2, 2, "webauthn", AllauthRow.passkey("acme.example", 0x26))
                .totp(3, 3, HEX);
        ImportReport second = run(ALLAUTH, ImportOptions.defaults().withEmailsTrusted());
        app.clock.advance(Duration.ofMinutes(1));
        host.execute("update auth_user set last_login_at = timestamp with time zone '2030-01-01 00:00:00+00'");
        List<Map<String, String>> before = factors();

        RollbackReport back = rollback(second);

        assertThat(factors()).isEqualTo(before);
        for (String entity : List.of("recovery_code_sets", "passkeys", "totp_devices")) {
            assertThat(back.entities().get(entity)).isEqualTo(Map.of("existed_before", 1L));
        }
    }

    @Test
    void what_people_made_here_since_is_not_taken_back_with_what_came() {
        django.user(1).user(2);
        run();
        django.tokens(1, 1, "abcdefgh").totp(2, 2, HEX);
        ImportReport second = run();
        app.clock.advance(Duration.ofMinutes(1));
        UserId codes = user(1);
        UserId application = user(2);
        host.store().alone(tx -> {
            tx.factors().recoveryCodes().replace(codes, "own", List.of("digest"), app.clock.instant());
            tx.factors().totps().removeAll(application);
            TotpState own = new TotpState(
                    "own", "sealed", "session", app.clock.instant().plusSeconds(60));
            tx.factors().totps().begin(application, own, app.clock.instant());
            return tx.factors().totps().confirm(application, "own", 1, app.clock.instant());
        });

        assertThat(rollback(second).isWhole()).isTrue();

        assertThat(host.store()
                        .<Boolean>read(
                                tx -> tx.factors().recoveryCodes().left(codes).isPresent()))
                .isTrue();
        assertThat(host.store()
                        .<Boolean>read(tx ->
                                tx.factors().totps().confirmed(application).isPresent()))
                .isTrue();
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

    private List<Map<String, String>> factors() {
        return Stream.of("auth_totp", "auth_recovery_code", "auth_passkey")
                .flatMap(table -> host.rows("select * from " + table + " order by id").stream())
                .toList();
    }

    private RollbackReport rollback(ImportReport report) {
        return new Rollback(host.store(), app.clock).run(report.run().runId(), quarantine::add);
    }

    private UserId user(int id) {
        String ref = host.rows("select id from auth_user where email = 'user" + id + "@example.com'")
                .get(0)
                .get("id");
        return host.store().userId(ref).orElseThrow();
    }

    private VerifyReport verify() {
        try (Source source = django.source()) {
            return new Verification(app.target(), ImportOptions.defaults()).run(source, DjangoPreset.standard());
        }
    }
}
