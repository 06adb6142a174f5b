package dev.lockstile.auth.cutover.migration;

import static dev.lockstile.auth.imports.support.MigrationFixture.WEB;
import static dev.lockstile.auth.imports.support.MigrationFixture.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.FactorKeyVectors;
import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.OldDatabase;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.SignIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People of an application that encrypts second factors, who come over one by one. */
abstract class EncryptedFactorLookupContract {

    private static final String WORD = "river-lamp-5521";
    private static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** The bytes of that text in base32. */
    private static final String TEXT_BASE32 = "I5CVURCHJZBFMR2ZGNKFCT2KKFDUKWSEI5HEEVSHLEZVIUKPJJIQ";

    private JpaHost host;
    private OldDatabase old;
    private MigrationFixture app;
    private Auth auth;

    abstract JpaHost openHost();

    abstract OldDatabase openSource();

    @BeforeEach
    void open() {
        host = openHost();
        old = openSource();
        app = new MigrationFixture(host.store());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_secret_of_fortify_is_opened_and_a_damaged_one_locks_its_owner_alone() {
        laravel();
        node("laravel", vector("laravel/key"));
        assertThat(enters("p1@acme.example", BASE32)).isTrue();
        assertThat(enters("p2@acme.example", BASE32)).isFalse();
        assertThat(login(auth, "p3@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_secret_of_better_auth_is_opened_and_a_damaged_one_locks_its_owner_alone() {
        betterAuth();
        node("authjs", vector("betterAuth/key"));
        assertThat(enters("p1@acme.example", TEXT_BASE32)).isTrue();
        assertThat(enters("p2@acme.example", TEXT_BASE32)).isFalse();
        assertThat(login(auth, "p3@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_wrong_key_brings_no_one_who_has_a_secret() {
        laravel();
        node("laravel", "base64:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertNothingCameOf("p1@acme.example");
        app.clock.advance(Duration.ofMinutes(5));
        assertThat(login(auth, "p3@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_wrong_key_of_better_auth_brings_no_one_who_has_a_secret() {
        betterAuth();
        node("authjs", "another-secret-of-32-characters-x");
        assertNothingCameOf("p1@acme.example");
    }

    private void assertNothingCameOf(String name) {
        assertThatThrownBy(() -> login(auth, name, WORD)).isInstanceOf(StoreUnavailableException.class);
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }

    private void laravel() {
        old.run("create table users(id bigint primary key, email varchar(99), password varchar(99),"
                + " two_factor_secret text, two_factor_confirmed_at timestamp);\n"
                + person("users", 1, "'" + vector("laravel/serialized") + "','2025-02-01 10:00:00'")
                + person("users", 2, "'" + vector("laravel/plain").substring(4) + "','2025-02-01 10:00:00'")
                + person("users", 3, "null,null"));
    }

    private void betterAuth() {
        old.run("create table people(id bigint primary key, email varchar(99), password varchar(99),"
                + " \"twoFactorEnabled\" boolean);\nalter table people rename to \"user\";\n"
                + person("\"user\"", 1, "true")
                + person("\"user\"", 2, "true")
                + person("\"user\"", 3, "false")
                + "create table \"twoFactor\"(id varchar(9) primary key, secret text, \"userId\" bigint);\n"
                + "insert into \"twoFactor\" values('t1','" + vector("betterAuth/bare") + "',1);\n"
                + "insert into \"twoFactor\" values('t2','00" + vector("betterAuth/bare") + "',2);\n");
    }

    private static String person(String table, int id, String more) {
        return "insert into " + table + " values(" + id + ",'p" + id + "@acme.example','" + BCRYPT + "'," + more
                + ");\n";
    }

    private void node(String preset, String key) {
        ImportOptions options =
                ImportOptions.defaults().withFactorKey(FactorKey.of(key.getBytes(StandardCharsets.UTF_8)));
        PersonImport people = new PersonImport(app.target(), Presets.named(preset, null), options);
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional())
                .legacy(new JustInTimeMigration(
                        people,
                        JdbcDirectory.of(old.database(), "old", Duration.ofMinutes(1)),
                        app.passwords().hasher(),
                        app.clock)));
    }

    private boolean enters(String name, String base32) {
        Outcome.SecondFactorRequired<SignIn> held = (Outcome.SecondFactorRequired<SignIn>) login(auth, name, WORD);
        String code = TotpGenerator.of(base32, app.clock).code();
        SecondFactorLogin.Attempt attempt =
                new SecondFactorLogin.Attempt(held.challenge().id(), new FactorProof.Totp(Secret.of(code)), WEB, false);
        return auth.secondFactorLogin().finish(attempt) instanceof Outcome.Done<SignIn>;
    }

    private static String vector(String path) {
        return FactorKeyVectors.of(path);
    }
}
