package dev.lockstile.auth.imports;

import static dev.lockstile.auth.imports.PlantedRows.PLANTED;
import static dev.lockstile.auth.imports.PlantedRows.VICTIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.migration.JdbcDirectory;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An old system with planted rows, and what is here once its people have moved, by either way. */
abstract class PlantedRowsFixture {

    static final String NUMBER = "+525512345678";

    JpaHost host;
    MigrationFixture app;

    abstract JpaHost openHost();

    @BeforeEach
    void open() {
        host = openHost();
        app = new MigrationFixture(host.store());
    }

    @AfterEach
    void close() {
        host.close();
    }

    enum Way {
        IMPORT,
        JUST_IN_TIME
    }

    static Stream<Way> ways() {
        return Stream.of(Way.values());
    }

    /** A comparison takes the word of the run it looks at. */
    void assertEqual(PlantedRows old) {
        try (Source source = old.open()) {
            VerifyReport found = new Verification(app.target(), ImportOptions.defaults())
                    .run(source, old.preset, told -> {
                        throw new AssertionError(told.entity() + ' ' + told.field() + ' ' + told.detail());
                    });
            assertThat(found.rows("users").read()).isPositive();
        }
    }

    Auth moved(Way way, PlantedRows old) {
        return moved(way, old, ImportOptions.defaults());
    }

    Auth moved(Way way, PlantedRows old, ImportOptions options) {
        if (way == Way.IMPORT) {
            run(old, options);
            return app.node(builder -> builder);
        }
        PersonImport personImport = new PersonImport(app.target(), old.preset, options);
        JustInTimeMigration migration = new JustInTimeMigration(
                personImport,
                JdbcDirectory.of(old.database, "old", Duration.ofMinutes(1)),
                app.passwords().hasher(),
                app.clock);
        return app.node(builder -> builder.legacy(migration));
    }

    ImportReport run(PlantedRows old, ImportOptions options) {
        try (Source source = old.open()) {
            return new UserImport(app.target(), options).run(source, old.preset, held -> {});
        }
    }

    static SignIn in(Outcome<SignIn> result) {
        if (result instanceof Outcome.Done<SignIn> in) {
            return in.value();
        }
        throw new AssertionError("not signed in: " + result);
    }

    static void assertShut(Auth auth, SignIn planter) {
        assertThat(MigrationFixture.signsIn(auth, VICTIM, PLANTED)).isFalse();
        assertThat(auth.sessions().refresh(planter.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }
}
