package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old tables and those of the host, each in a schema of its own beside others of the same names. */
@Timeout(120)
final class OwnSchemasTest {

    private static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";

    @ParameterizedTest
    @CsvSource({"H2, LEGACY, APP", "POSTGRES, legacy, app", "POSTGRES, Legacy-1, app"})
    void people_come_out_of_the_named_schema_into_that_of_the_entities(TestDatabase database, String old, String target)
            throws SQLException {
        try (HikariDataSource pool = database.open();
                HikariDataSource legacy = within(database, pool, old);
                HikariDataSource app = within(database, pool, target)) {
            fill(pool, "other@acme.example");
            fill(legacy, "ana@acme.example");
            AuthSchema.builder(app).build().migrate();
            AuthSchema.builder(pool).build().migrate();
            try (EntityManagerFactory entities = JpaHost.inSchema(pool, target)) {
                moveAndReturn(JpaAuthStore.of(entities), legacy);
            }
            assertThat(count(pool, "\"" + target + "\".auth_user")).isEqualTo(1);
            assertThat(count(pool, "auth_user")).isZero();
            assertThat(count(pool, "auth_legacy_link")).isZero();
        }
    }

    private static void moveAndReturn(AuthStore store, HikariDataSource legacy) throws SQLException {
        MigrationFixture fixture = new MigrationFixture(store);
        ImportReport first = run(fixture, legacy);
        assertThat(first.people().in(State.CREATED)).isEqualTo(1);
        assertThat(run(fixture, legacy).people().in(State.UNCHANGED)).isEqualTo(1);
        new RunRollback(store, fixture.clock).run(first.run().runId(), row -> {});
        assertThat(run(fixture, legacy).people().in(State.CREATED)).isEqualTo(1);
        assertThat(MigrationFixture.signsIn(fixture.node(builder -> builder), "ana@acme.example", "river-lamp-5521"))
                .isTrue();
        assertThat(MigrationFixture.signsIn(fixture.node(builder -> builder), "other@acme.example", "river-lamp-5521"))
                .isFalse();
    }

    private static ImportReport run(MigrationFixture fixture, HikariDataSource legacy) throws SQLException {
        try (Source source = JdbcSource.of(legacy.getConnection(), "legacy")) {
            return new UserImport(fixture.target(), ImportOptions.defaults())
                    .run(source, Presets.named("laravel", null), ImportWatch.none());
        }
    }

    private static void fill(HikariDataSource pool, String email) {
        Sql.execute(
                pool,
                "create table users (id bigint primary key, email varchar(99), password varchar(99))",
                "insert into users values (1, '" + email + "', '" + BCRYPT + "')");
    }

    private static HikariDataSource within(TestDatabase database, HikariDataSource pool, String schema) {
        Sql.execute(pool, "create schema \"" + schema + "\"");
        return database.openAt(pool.getJdbcUrl(), config -> {
            config.setSchema(schema);
            config.setUsername(pool.getUsername());
            config.setPassword(pool.getPassword());
        });
    }

    private static long count(HikariDataSource pool, String table) {
        return Long.parseLong(
                Sql.rows(pool, "select count(*) as n from " + table).get(0).get("n"));
    }
}
