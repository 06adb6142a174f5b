package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.FactorReset;
import dev.lockstile.auth.factor.SecondFactorAttempt;
import dev.lockstile.auth.factor.SecondFactorChallenge;
import dev.lockstile.auth.factor.SecondFactorResult;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.AllauthCodes;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.Rollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.AllauthRow;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.otp.CodeIdentifier;
import dev.lockstile.auth.otp.CodeLoginResult;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Second factors of django-otp and django-allauth come along, and nobody loses one without a word. */
abstract class FactorImportContract {

    /** The secret of RFC 6238's vectors, in hexadecimal digits and in base32. */
    private static final String HEX = "3132333435363738393031323334353637383930";

    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** A seed of recovery codes as allauth keeps it. */
    private static final String SEED = "6b3a2f1e0d4c5b6a79880f1e2d3c4b5a69788796a5b4c3d2e1f0"
            + "0112233445566778899aabbccddeeff0112233445566778899aabb";

    /** As Python computes them of {@link #SEED}. */
    private static final String FIRST_CODE = "30529806";

    private static final String SECOND_CODE = "92971701";

    private final List<QuarantineEntry> quarantine = new ArrayList<>();
    private JpaHost host;
    private SmallDjango django;
    private MigrationFixture app;
    private Auth auth;

    abstract JpaHost openHost();

    abstract SmallDjango openSource();

    @BeforeEach
    void open() {
        host = openHost();
        django = openSource();
        app = new MigrationFixture(host.store());
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional()));
    }

    @AfterEach
    void close() {
        host.close();
        django.close();
    }

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
                .isEqualTo(FactorReset.DONE);
        assertThat(login(1)).isInstanceOf(LoginResult.SignedIn.class);

        ImportReport second = run();

        assertThat(second.entities().get("second_factor_locks").in(State.UNCHANGED))
                .isOne();
        assertThat(login(1)).isInstanceOf(LoginResult.SignedIn.class);
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
        assertThat(login(1)).isInstanceOf(LoginResult.SignedIn.class);
        django.execute("delete from otp_totp_totpdevice");
        django.totp(8, 1, HEX);
        assertThat(run().warnings()).containsEntry("second_factor_left_alone", 1L);
        assertThat(login(1)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void a_mover_may_let_a_factor_be_lost_by_name() {
        django.user(1).totp(1, 1, HEX, "digits", "8").tokens(1, 1, "abcdefgh");
        django.user(2).totp(2, 2, HEX);

        ImportReport report =
                run(DjangoPreset.standard(), ImportOptions.defaults().allowFactorLoss());

        assertThat(report.named().get("second_factor_lost").count()).isOne();
        assertThat(login(1)).isInstanceOf(LoginResult.SignedIn.class);
        assertThat(login(2)).isInstanceOf(LoginResult.SecondFactorRequired.class);
    }

    @Test
    void an_unconfirmed_device_is_left_out_and_locks_nobody() {
        django.user(1).totp(1, 1, HEX, "confirmed", "false");

        ImportReport report = run();

        assertThat(report.entities().get("totp_devices").byReason()).containsEntry("factor_unconfirmed", 1L);
        assertThat(login(1)).isInstanceOf(LoginResult.SignedIn.class);
    }

    @Test
    void of_several_applications_the_one_that_was_used_last_comes() {
        django.user(1).totp(1, 1, HEX.replace('3', '4'), "last_t", "100").totp(2, 1, HEX, "last_t", "200");

        ImportReport report = run();

        assertThat(report.warnings()).containsEntry("totp_beyond_the_first", 1L);
        assertThat(entersWith(1, generator().code())).isTrue();
    }

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

        assertThat(login(1)).isInstanceOf(LoginResult.SecondFactorRequired.class);
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
        assertThat(login(2)).isInstanceOf(LoginResult.SecondFactorRequired.class);
    }

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
    void a_code_to_the_mailbox_does_not_pass_the_second_factor() {
        django.user(1).totp(7, 1, HEX);
        run();

        assertThat(app.signInByCode(auth, CodeIdentifier.email("user1@example.com")))
                .isInstanceOf(CodeLoginResult.SecondFactorRequired.class);
        assertThat(host.count("select count(*) from auth_totp where confirmed_at is not null"))
                .isOne();
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

    @Test
    void a_passkey_of_the_same_relying_party_comes_along_and_any_other_locks() {
        django.user(1).authenticator(1, 1, "webauthn", AllauthRow.passkey("acme.example", 0x26));
        django.user(2).authenticator(2, 2, "webauthn", AllauthRow.passkey("other.example", 0x26));
        django.user(3).authenticator(3, 3, "webauthn", AllauthRow.passkey("acme.example", 0x20));
        django.user(4).authenticator(4, 4, "webauthn", "{\"credential\": {}}");
        Preset preset = DjangoPreset.standard()
                .withFactors(FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example")));

        ImportReport report = run(preset, ImportOptions.defaults().withEmailsTrusted());

        assertThat(report.entities().get("passkeys").in(State.CREATED)).isOne();
        assertThat(report.warnings())
                .containsEntry("passkey_other_relying_party", 1L)
                .containsEntry("passkey_key", 1L)
                .containsEntry("passkey_unreadable", 1L)
                .containsEntry("second_factor_locked", 3L);
        assertThat(host.rows("select user_handle, sign_count, name from auth_passkey"))
                .containsExactly(Map.of("user_handle", "MQ", "sign_count", "0", "name", "Laptop"));
        for (int id = 1; id <= 4; id++) {
            assertThat(login(id)).isInstanceOf(LoginResult.SecondFactorRequired.class);
        }
        try (Source source = django.source()) {
            VerifyReport verified = new Verification(app.target(), ImportOptions.defaults()).run(source, preset);
            assertThat(verified.rows("passkeys").in(VerifiedRows.EQUAL)).isOne();
        }
    }

    @Test
    void a_passkey_of_somebody_without_a_proven_address_stays_out_and_the_account_is_not_open() {
        django.user(1).authenticator(1, 1, "webauthn", AllauthRow.passkey("acme.example", 0x26));
        django.user(2)
                .authenticator(2, 2, "webauthn", AllauthRow.passkey("acme.example", 0x26))
                .authenticator(3, 2, "totp", "{\"secret\": \"" + BASE32 + "\"}");
        Preset preset = DjangoPreset.standard()
                .withFactors(FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example")));

        ImportReport report = run(preset, ImportOptions.defaults());

        assertThat(report.entities().get("passkeys").byReason()).containsEntry("passkey_unproven_address", 2L);
        assertThat(report.warnings())
                .containsEntry("passkey_unproven_address", 2L)
                .containsEntry("second_factor_locked", 1L);
        assertThat(host.count("select count(*) from auth_passkey")).isZero();
        assertThat(login(1)).isInstanceOf(LoginResult.SecondFactorRequired.class);
        assertThat(entersWith(2, generator().code())).isTrue();
        assertThat(run(preset, ImportOptions.defaults()).warnings()).containsEntry("passkey_unproven_address", 2L);
    }

    @Test
    void a_rollback_takes_a_passkey_back_with_its_owner() {
        django.user(1).authenticator(1, 1, "webauthn", AllauthRow.passkey("acme.example", 0x26));
        ImportReport report = run(
                DjangoPreset.standard()
                        .withFactors(FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example"))),
                ImportOptions.defaults().withEmailsTrusted());
        assertThat(host.count("select count(*) from auth_passkey")).isOne();

        new Rollback(host.store(), app.clock).run(report.run().runId(), quarantine::add);

        assertThat(host.count("select count(*) from auth_passkey")).isZero();
        assertThat(host.count("select count(*) from auth_user")).isZero();
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

    private VerifyReport verify() {
        try (Source source = django.source()) {
            return new Verification(app.target(), ImportOptions.defaults()).run(source, DjangoPreset.standard());
        }
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

    private ImportReport run() {
        return run(DjangoPreset.standard(), ImportOptions.defaults());
    }

    private ImportReport run(Preset preset, ImportOptions options) {
        app.clock.advance(Duration.ofSeconds(1));
        quarantine.clear();
        try (Source source = django.source()) {
            return new UserImport(app.target(), options).run(source, preset, quarantine::add);
        }
    }

    private List<Map<String, String>> rows() {
        List<Map<String, String>> all = new ArrayList<>();
        for (String table : List.of("auth_user", "auth_totp", "auth_recovery_code", "auth_legacy_link")) {
            all.addAll(host.rows("select * from " + table + " order by id"));
        }
        return all;
    }

    private LoginResult login(long id) {
        return MigrationFixture.login(auth, "user" + id + "@example.com", SmallDjango.WORD);
    }

    private SecondFactorChallenge challenge(long id) {
        return ((LoginResult.SecondFactorRequired) login(id)).challenge();
    }

    private boolean entersWith(long id, String code) {
        return enters(id, new FactorProof.Totp(Secret.of(code)));
    }

    private boolean recovers(long id, String code) {
        return enters(id, new FactorProof.RecoveryCode(Secret.of(code)));
    }

    private boolean enters(long id, FactorProof proof) {
        SecondFactorAttempt attempt = new SecondFactorAttempt(challenge(id).id(), proof, MigrationFixture.WEB, false);
        return auth.secondFactorLogin().finish(attempt) instanceof SecondFactorResult.SignedIn;
    }

    private TotpGenerator generator() {
        return TotpGenerator.of(BASE32, app.clock);
    }

    private long step() {
        return Math.floorDiv(app.clock.instant().getEpochSecond(), 30);
    }
}
