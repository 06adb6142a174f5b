package dev.lockstile.auth.imports;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small Django project with second factors, a host, and a node that signs its people in. */
abstract class FactorImportFixture {

    /** The secret of RFC 6238's vectors, in hexadecimal digits and in base32. */
    static final String HEX = "3132333435363738393031323334353637383930";

    static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    final List<QuarantineEntry> quarantine = new ArrayList<>();

    JpaHost host;

    SmallDjango django;

    MigrationFixture app;

    Auth auth;

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

    ImportReport run() {
        return run(DjangoPreset.standard(), ImportOptions.defaults());
    }

    ImportReport run(Preset preset, ImportOptions options) {
        app.clock.advance(Duration.ofSeconds(1));
        quarantine.clear();
        try (Source source = django.source()) {
            return new UserImport(app.target(), options).run(source, preset, quarantine::add);
        }
    }

    List<Map<String, String>> rows() {
        List<Map<String, String>> all = new ArrayList<>();
        for (String table : List.of("auth_user", "auth_totp", "auth_recovery_code", "auth_legacy_link")) {
            all.addAll(host.rows("select * from " + table + " order by id"));
        }
        return all;
    }

    Outcome<SignIn> login(long id) {
        return MigrationFixture.login(auth, "user" + id + "@example.com", SmallDjango.WORD);
    }

    SecondFactorChallenge challenge(long id) {
        return ((Outcome.SecondFactorRequired<SignIn>) login(id)).challenge();
    }

    boolean entersWith(long id, String code) {
        return enters(id, new FactorProof.Totp(Secret.of(code)));
    }

    boolean enters(long id, FactorProof proof) {
        SecondFactorLogin.Attempt attempt =
                new SecondFactorLogin.Attempt(challenge(id).id(), proof, MigrationFixture.WEB, false);
        return auth.secondFactorLogin().finish(attempt) instanceof Outcome.Done<SignIn>;
    }

    TotpGenerator generator() {
        return TotpGenerator.of(BASE32, app.clock);
    }

    long step() {
        return Math.floorDiv(app.clock.instant().getEpochSecond(), 30);
    }
}
