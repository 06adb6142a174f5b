package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.FactorMapping.AllauthCodes;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MarksBelieved;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.AllauthRow;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An attacker who still gets into an account in the old system plants no way into the account here. */
abstract class PlantedWaysInContract {

    private static final String EMAIL = "user1@example.com";
    private static final Preset PRESET = JbDrfAuthPreset.discovering()
            .withFactors(FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example")));

    private SmallLegacy old;
    private JpaHost host;
    private MigrationFixture app;
    private Auth auth;

    abstract JpaHost openHost();

    @BeforeEach
    void open() {
        host = openHost();
        app = new MigrationFixture(host.store());
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional()));
        old = new SmallLegacy();
        old.execute(
                "create table mfa_authenticator (id bigint primary key, type varchar(20), data varchar, user_id bigint,"
                        + " created_at timestamp with time zone, last_used_at timestamp with time zone)");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void what_is_new_over_there_comes_to_an_account_that_nobody_has_used_here() {
        old.user(1);
        run();
        plant();

        ImportReport second = run();

        assertThat(second.warnings()).doesNotContainKeys("second_factor_left_alone", "social_account_left_alone");
        assertThat(ways()).isEqualTo(3);
    }

    @Test
    void what_is_new_over_there_stays_out_once_the_address_was_proven_here() {
        old.user(1, "is_verified", "false");
        run();
        proveAddress();
        plant();

        assertThatAllStaysOut(run());
        assertThat(app.signInByCode(auth, CodeIdentifier.email(EMAIL))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_is_new_over_there_stays_out_once_the_account_was_changed_here() {
        old.user(1);
        run();
        app.clock.advance(Duration.ofMinutes(1));
        host.execute("update auth_user set password_hash = 'another', modified_at = timestamp with time zone '"
                + app.clock.instant() + "'");
        plant();

        assertThatAllStaysOut(run());
    }

    @Test
    void a_row_that_is_taken_away_over_there_is_remembered() {
        old.user(1);
        totp(7);
        run();
        assertThat(auth.factorAdministration().reset(EMAIL, "ticket 1")).isEqualTo(FactorAdministration.Reset.DONE);
        old.execute("delete from mfa_authenticator");
        signInOverThere();
        totp(8);

        assertThat(run().warnings()).containsEntry("second_factor_left_alone", 1L);
        assertThat(ways()).isZero();
    }

    @Test
    void a_second_row_brings_no_way_in_and_no_role_without_its_second_factor() {
        old.user(1).profile(1, 1);
        old.user(2, "email", "'USER1@example.com'", "username", "'other'")
                .profile(2, 2, "role", "'MANAGER'")
                .social(2, 2, "sub-2");
        totp(7, 2);
        ImportOptions merging =
                ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE).withRoles(List.of("MANAGER"));

        ImportReport report = run(new MarksBelieved(PRESET), merging);

        assertThat(report.warnings())
                .containsEntry("second_factor_of_second_row", 1L)
                .containsEntry("second_row_without_its_factor", 1L);
        assertThat(report.entities().get("social_accounts").byReason())
                .containsEntry("second_row_without_its_factor", 1L);
        assertThat(ways()).isZero();
        assertThat(host.count("select count(*) from auth_profile")).isEqualTo(2);
        old.profile(3, 2, "role", "'MANAGER'");
        ImportReport later = run(new MarksBelieved(PRESET), merging);
        assertThat(later.warnings()).containsEntry("second_row_without_its_factor", 1L);
        assertThat(ways()).isZero();
        assertThat(host.count("select count(*) from auth_profile")).isEqualTo(3);
        assertThat(host.count("select count(*) from auth_profile where role = 'MANAGER'"))
                .isZero();
    }

    @Test
    void a_second_row_of_a_later_run_brings_its_ways_in_to_an_account_that_nobody_has_used_here() {
        ImportOptions merging = withoutPasswordHere();
        plantSecondRow();
        run(new MarksBelieved(PRESET), merging);
        assertThat(ways()).isEqualTo(1);
        assertThat(passwords()).isEqualTo(1);
    }

    @Test
    void a_second_row_of_a_later_run_brings_no_way_in_to_an_account_that_was_changed_here() {
        ImportOptions merging = withoutPasswordHere();
        app.clock.advance(Duration.ofMinutes(1));
        host.execute("update auth_user set modified_at = timestamp with time zone '" + app.clock.instant() + "'");
        plantSecondRow();

        ImportReport report = run(new MarksBelieved(PRESET), merging);

        assertThat(report.warnings())
                .containsEntry("social_account_left_alone", 1L)
                .containsEntry("second_password_dropped", 1L);
        assertThat(ways()).isZero();
        assertThat(passwords()).isZero();
        run(new MarksBelieved(PRESET), merging);
        assertThat(ways()).as("nor in the run after it").isZero();
        assertThat(passwords()).isZero();
    }

    private ImportOptions withoutPasswordHere() {
        ImportOptions merging = ImportOptions.defaults().withDuplicates(DuplicatePolicy.MERGE);
        old.user(1, "password", "'!x'");
        run(new MarksBelieved(PRESET), merging);
        assertThat(passwords()).isZero();
        return merging;
    }

    private void plantSecondRow() {
        String hash = app.passwords().hasher().hash(Secret.of("planted-word-4417"));
        old.user(2, "email", "'USER1@example.com'", "username", "'other'", "password", "'argon2" + hash + "'")
                .social(2, 2, "planted");
    }

    private long passwords() {
        return host.count("select count(*) from auth_user where password_hash is not null");
    }

    private void assertThatAllStaysOut(ImportReport report) {
        assertThat(report.warnings())
                .containsEntry("second_factor_left_alone", 2L)
                .containsEntry("social_account_left_alone", 1L);
        assertThat(report.entities().get("social_accounts").byReason()).containsEntry("social_account_left_alone", 1L);
        assertThat(ways()).isZero();
    }

    private void proveAddress() {
        assertThat(app.signInByCode(auth, CodeIdentifier.email(EMAIL))).isInstanceOf(Outcome.Done.class);
    }

    private void plant() {
        signInOverThere();
        totp(7);
        factor(8, "webauthn", AllauthRow.passkey("acme.example", 0x26));
        old.social(1, 1, "planted");
    }

    private void signInOverThere() {
        app.clock.advance(Duration.ofHours(1));
        old.execute(
                "update authentication_user set last_login = timestamp with time zone '" + app.clock.instant() + "'");
        app.clock.advance(Duration.ofHours(1));
    }

    private void totp(long id) {
        totp(id, 1);
    }

    private void totp(long id, long user) {
        factor(id, user, "totp", "{\"secret\": \"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}");
    }

    private void factor(long id, String type, String json) {
        factor(id, 1, type, json);
    }

    private void factor(long id, long user, String type, String json) {
        old.execute("insert into mfa_authenticator values (" + id + ", '" + type + "', '" + json + "', " + user
                + ", timestamp with time zone '2020-01-01 00:00:00+00', null)");
    }

    private long ways() {
        return host.count("select (select count(*) from auth_totp) + (select count(*) from auth_passkey)"
                + " + (select count(*) from auth_social_account)");
    }

    private ImportReport run() {
        return run(PRESET, ImportOptions.defaults());
    }

    private ImportReport run(Preset preset, ImportOptions options) {
        app.clock.advance(Duration.ofSeconds(1));
        try (Source source = old.source()) {
            return new UserImport(app.target(), options).run(source, preset, entry -> {});
        }
    }
}
