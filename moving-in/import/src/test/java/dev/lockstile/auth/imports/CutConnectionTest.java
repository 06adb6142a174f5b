package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.test.TestPostgres;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The server ends the connections in the middle of an import, of the old system's database or of the host's. */
final class CutConnectionTest {

    private final String old = LegacyDump.jbDrfAuth();

    @Test
    void the_old_database_goes_away_and_the_run_goes_on_later() {
        goesOn(old, SourceUnusableException.class, ", table authentication_");
    }

    @Test
    void the_hosts_database_goes_away_and_the_run_goes_on_later() {
        goesOn(null, StoreUnavailableException.class, "");
    }

    /** @param cut whose connections are ended; null for the host's */
    private void goesOn(String cut, Class<? extends RuntimeException> failure, String message) {
        ImportReport whole;
        try (JpaHost undisturbed = JpaHost.onPostgres();
                Source source = open()) {
            whole = users(undisturbed).run(source, JbDrfAuthPreset.discovering(), ImportWatch.none());
        }
        String url = TestPostgres.freshDatabase();
        try (JpaHost host = JpaHost.withUncheckedConnections(url)) {
            try (Source source = open()) {
                ImportWatch watch = cutting(cut == null ? url : cut);
                assertThatThrownBy(() -> users(host).run(source, JbDrfAuthPreset.discovering(), watch))
                        .isInstanceOf(failure)
                        .hasMessageContaining(message);
            }
            host.dropIdleConnections();
            long half = host.count("select count(*) from auth_user");
            assertThat(half).isPositive().isLessThan(304);
            assertThat(host.count("select count(*) from auth_legacy_link where entity = 'users'"))
                    .as("nobody is there by half")
                    .isEqualTo(half);
            try (Source source = open()) {
                ImportReport resumed = users(host)
                        .resume(source, JbDrfAuthPreset.discovering(), ImportWatch.none())
                        .orElseThrow();
                assertThat(resumed.entities()).isEqualTo(whole.entities());
            }
            assertThat(host.count("select count(*) from auth_user")).isEqualTo(304);
        }
    }

    private Source open() {
        return Sources.open(new SourceAccess(old, null, null));
    }

    private static UserImport users(JpaHost host) {
        return new UserImport(
                new ImportTarget(
                        host.store(),
                        IdentifierRules.standard(),
                        Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                                .formats(),
                        Clock.fixed(Importing.NOW, ZoneOffset.UTC)),
                ImportOptions.defaults().withBatchSize(20));
    }

    /** Ends all other connections to a database once a hundred people are in. */
    private static ImportWatch cutting(String url) {
        return new ImportWatch() {
            private boolean cut;

            @Override
            public void quarantined(QuarantineEntry entry) {}

            @Override
            public void progress(long people) {
                if (people >= 100 && !cut) {
                    cut = true;
                    PGSimpleDataSource database = new PGSimpleDataSource();
                    database.setUrl(url);
                    Sql.execute(
                            database,
                            "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = current_database()"
                                    + " and pid <> pg_backend_pid()");
                }
            }
        };
    }
}
