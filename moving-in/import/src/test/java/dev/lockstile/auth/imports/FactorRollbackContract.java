package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.FactorMapping.AllauthCodes;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.support.AllauthRow;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a rollback does with the second factors of people who were here before the run that brought them. */
abstract class FactorRollbackContract extends FactorImportFixture {

    private static final Preset ALLAUTH = DjangoPreset.standard()
            .withFactors(
                    FactorMapping.djangoOtp(),
                    FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example")));

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
            assertThat(login(id)).isInstanceOf(Outcome.SecondFactorRequired.class);
        }

        RollbackReport back = rollback(second);

        assertThat(back.isWhole()).isTrue();
        for (int id = 1; id <= 4; id++) {
            UserId user = user(id);
            assertThat(login(id)).isInstanceOf(Outcome.Done.class);
            assertThat(host.store()
                            .<Boolean>read(tx ->
                                    tx.factors().recoveryCodes().left(user).isEmpty()))
                    .isTrue();
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
    void an_account_that_was_changed_since_without_a_sign_in_gives_the_factor_back_and_keeps_codes_of_its_own() {
        django.user(1);
        run();
        django.totp(1, 1, HEX);
        ImportReport second = run();
        UserId user = user(1);
        host.execute("update auth_user set modified_at = timestamp with time zone '2029-01-01 00:00:00+00'");
        host.store().alone(tx -> {
            tx.factors().recoveryCodes().replace(user, "own", List.of("digest"), Importing.NOW.minusSeconds(60));
            return true;
        });

        assertThat(rollback(second).isWhole()).isTrue();

        assertThat(host.count("select count(*) from auth_totp")).isZero();
        assertThat(host.store()
                        .<Boolean>read(
                                tx -> tx.factors().recoveryCodes().left(user).isPresent()))
                .isTrue();
    }

    @Test
    void a_sign_in_that_is_under_way_is_waited_for_and_keeps_the_factor() throws Exception {
        django.user(1);
        run();
        django.totp(1, 1, HEX);
        ImportReport second = run();
        host.execute("update auth_user set modified_at = timestamp with time zone '2029-01-01 00:00:00+00'");
        UserId user = user(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<RollbackReport> back = host.store().alone(tx -> {
                tx.users().recordLogin(user, app.clock.instant().plusSeconds(60));
                Future<RollbackReport> begun = other.submit(() -> rollback(second));
                assertThatThrownBy(() -> begun.get(400, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return begun;
            });
            back.get(1, TimeUnit.MINUTES);
        } finally {
            other.shutdown();
        }
        assertThat(host.count("select count(*) from auth_totp")).isOne();
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

    private List<Map<String, String>> factors() {
        return Stream.of("auth_totp", "auth_recovery_code", "auth_passkey")
                .flatMap(table -> host.rows("select * from " + table + " order by id").stream())
                .toList();
    }

    private RollbackReport rollback(ImportReport report) {
        return new RunRollback(host.store(), app.clock).run(report.run().runId(), quarantine::add);
    }

    private UserId user(int id) {
        String ref = host.rows("select id from auth_user where email = 'user" + id + "@example.com'")
                .get(0)
                .get("id");
        return host.store().userId(ref).orElseThrow();
    }
}
