package dev.lockstile.auth.imports.generated;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.OldDatabase;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old bases made from seeds come over at first sign-ins: an account signs in here where it did in the old system and
 * nowhere else. Five bases in each build, 100 as a proof; one again by {@code -Dlockstile.seeds=SEED}.
 */
final class GeneratedSignInsTest {

    static LongStream seeds() {
        return GeneratedBasesContract.seeds(5, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_first_sign_in_opens_no_more_and_no_fewer_accounts(long seed) {
        OldDatabase old = OldDatabase.onH2();
        GeneratedBase base = GeneratedDatabase.of(seed, old);
        try (JpaHost host = JpaHost.onH2()) {
            MigrationFixture app = new MigrationFixture(host.store());
            PersonImport people =
                    new PersonImport(app.target(), Presets.named(base.system().preset(), null), base.options());
            JustInTimeMigration migration = new JustInTimeMigration(
                    people,
                    JdbcDirectory.of(old.database(), "old", Duration.ofMinutes(1)),
                    app.passwords().hasher(),
                    app.clock);
            Auth auth = app.node(builder ->
                    builder.secondFactors(SecondFactorSettings.optional()).legacy(migration));
            SignInHere sign = new SignInHere(host, app, auth, base);
            sign.tryAll();
            sign.compare();
        }
    }
}
