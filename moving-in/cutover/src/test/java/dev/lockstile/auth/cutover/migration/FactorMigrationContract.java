package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.WEB;
import static dev.lockstile.auth.imports.support.MigrationFixture.login;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.session.LegacySessionBridge;
import dev.lockstile.auth.cutover.session.SimpleJwt;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People with a second factor who come over one by one, and their old tokens. */
abstract class FactorMigrationContract {

    private static final String HEX = "3132333435363738393031323334353637383930";
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String TOKEN_KEY = "rig-secret-key-not-for-production-0123456789abcdef";

    private JpaHost host;
    private SmallDjango django;
    private MigrationFixture app;
    private PersonImport people;
    private Auth auth;

    abstract JpaHost openHost();

    abstract SmallDjango openSource();

    @BeforeEach
    void open() {
        host = openHost();
        django = openSource();
        app = new MigrationFixture(host.store());
        people = new PersonImport(app.target(), DjangoPreset.standard(), ImportOptions.defaults());
        JdbcDirectory database = JdbcDirectory.of(django.database(), "old", Duration.ofMinutes(1));
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional())
                .legacy(new JustInTimeMigration(
                        people, database, app.passwords().hasher(), app.clock))
                .legacyTokens(LegacySessionBridge.allowRevokedTokens(
                        SimpleJwt.signedWith(Secret.of(TOKEN_KEY)),
                        people,
                        app.clock.instant().plus(Duration.ofDays(30)))));
    }

    @AfterEach
    void close() {
        host.close();
        django.close();
    }

    @Test
    void who_comes_over_with_the_password_still_has_to_show_the_old_second_factor() {
        django.user(1).totp(7, 1, HEX).tokens(1, 1, "abcdefgh");

        Outcome.SecondFactorRequired<SignIn> held = held(1);
        assertThat(held.challenge().factors()).containsExactly(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
        assertThat(enters(held, "000000")).isFalse();
        assertThat(enters(held, TotpGenerator.of(BASE32, app.clock).code())).isTrue();
    }

    @Test
    void who_comes_over_with_a_factor_that_cannot_be_verified_is_locked() {
        django.user(1).totp(7, 1, HEX, "digits", "8");

        Outcome.SecondFactorRequired<SignIn> held = held(1);
        assertThat(enters(held, TotpGenerator.of(BASE32, app.clock).code())).isFalse();
    }

    @Test
    void who_comes_over_with_a_factor_in_a_column_that_no_mapping_reads_is_locked() {
        django.user(1).user(2);
        django.execute(
                "alter table auth_user add column mfa_enabled boolean", "update auth_user set mfa_enabled = (id = 1)");

        Outcome.SecondFactorRequired<SignIn> held = held(1);
        assertThat(enters(held, TotpGenerator.of(BASE32, app.clock).code())).isFalse();
        assertThat(login(auth, "user2@example.com", SmallDjango.WORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void who_comes_over_by_a_code_still_has_to_show_the_old_second_factor() {
        django.user(1).totp(7, 1, HEX);

        Outcome<SignIn> result = app.signInByCode(auth, CodeIdentifier.email("user1@example.com"));

        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_wrong_password_says_nothing_of_a_factor_and_brings_nobody() {
        django.user(1).totp(7, 1, HEX);

        assertThat(login(auth, "user1@example.com", "another-harbour-1")).isInstanceOf(Outcome.Refused.class);
        assertThat(host.count("select count(*) from auth_totp")).isZero();
    }

    @Test
    void an_old_token_opens_nothing_where_a_factor_came_along() {
        django.user(1).totp(7, 1, HEX);
        django.user(2);
        LegacyTokenMaker maker = new LegacyTokenMaker(TOKEN_KEY, app.clock);
        held(1);
        assertThat(login(auth, "user2@example.com", SmallDjango.WORD)).isInstanceOf(Outcome.Done.class);

        assertThat(exchange(maker.signed(maker.refreshClaims(1)))).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(exchange(maker.signed(maker.refreshClaims(2)))).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<TokenPair> exchange(String token) {
        return auth.sessions().refresh(Secret.of(token));
    }

    private Outcome.SecondFactorRequired<SignIn> held(long id) {
        Outcome<SignIn> result = login(auth, "user" + id + "@example.com", SmallDjango.WORD);
        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
        return (Outcome.SecondFactorRequired<SignIn>) result;
    }

    private boolean enters(Outcome.SecondFactorRequired<SignIn> held, String code) {
        SecondFactorLogin.Attempt attempt =
                new SecondFactorLogin.Attempt(held.challenge().id(), new FactorProof.Totp(Secret.of(code)), WEB, false);
        return auth.secondFactorLogin().finish(attempt) instanceof Outcome.Done<SignIn>;
    }
}
