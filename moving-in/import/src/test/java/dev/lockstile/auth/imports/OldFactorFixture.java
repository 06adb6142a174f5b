package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** Second factors of known systems, imported with a host's keys, compared, imported again, and asked for at sign-in. */
abstract class OldFactorFixture extends StateAndProofFixture {

    static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    static final String WORD = "river-lamp-5521";

    /** Of that password. */
    static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";

    private static final List<String> TABLES =
            List.of("auth_user", "auth_totp", "auth_recovery_code", "auth_passkey", "auth_legacy_link");

    MigrationFixture app;

    Auth auth;

    ImportOptions options = ImportOptions.defaults();

    @BeforeEach
    void openNode() {
        app = new MigrationFixture(host.store());
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional()));
    }

    ImportReport come(String preset, Supplier<Source> source) {
        return come(Presets.named(preset, null), source);
    }

    /** Imports, takes that back whole, imports, compares, and imports again, which writes nothing. */
    ImportReport come(Preset preset, Supplier<Source> source) {
        assertThat(rows()).as("a new host").isEmpty();
        String first = run(preset, source).run().runId();
        new RunRollback(host.store(), app.clock).run(first, entry -> {});
        assertThat(rows()).as("a rollback leaves nothing").isEmpty();
        ImportReport report = run(preset, source);
        List<VerifyReport.Difference> told = new ArrayList<>();
        try (Source opened = source.get()) {
            new Verification(app.target(), options).run(opened, preset, told::add);
        }
        assertThat(told).isEmpty();
        List<Map<String, String>> before = rows();
        run(preset, source);
        assertThat(rows()).as("a second run writes nothing").isEqualTo(before);
        return report;
    }

    ImportReport run(Preset preset, Supplier<Source> source) {
        app.clock.advance(Duration.ofSeconds(1));
        try (Source opened = source.get()) {
            return new UserImport(app.target(), options).run(opened, preset, entry -> {});
        }
    }

    List<Map<String, String>> rows() {
        List<Map<String, String>> all = new ArrayList<>();
        TABLES.forEach(table -> all.addAll(host.rows("select * from " + table + " order by id")));
        return all;
    }

    Outcome<SignIn> login(String name, String password) {
        return MigrationFixture.login(auth, name, password);
    }

    /** What the account asks for after the password. */
    List<FactorKind> asked(String name, String password) {
        return ((Outcome.SecondFactorRequired<SignIn>) login(name, password))
                .challenge()
                .factors();
    }

    boolean isLocked(String name, String password) {
        return login(name, password) instanceof Outcome.SecondFactorRequired<SignIn>
                && !entersWith(
                        name, password, TotpGenerator.of(BASE32, app.clock).code());
    }

    boolean entersWith(String name, String password, String code) {
        return enters(name, password, new FactorProof.Totp(Secret.of(code)));
    }

    boolean enters(String name, String password, FactorProof proof) {
        Outcome.SecondFactorRequired<SignIn> held = (Outcome.SecondFactorRequired<SignIn>) login(name, password);
        SecondFactorLogin.Attempt attempt =
                new SecondFactorLogin.Attempt(held.challenge().id(), proof, MigrationFixture.WEB, false);
        return auth.secondFactorLogin().finish(attempt) instanceof Outcome.Done<SignIn>;
    }

    TotpGenerator generator() {
        return TotpGenerator.of(BASE32, app.clock);
    }
}
