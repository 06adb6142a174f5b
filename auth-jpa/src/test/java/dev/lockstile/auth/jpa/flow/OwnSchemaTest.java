package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.JpaAuditTrail;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.store.imports.ImportTx;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables in the schema that Hibernate's {@code default_schema} names, which is not the current one of the connections.
 */
@Timeout(120)
final class OwnSchemaTest {

    /** The same tables stand in the current schema, too, where a statement without a schema would find them. */
    @ParameterizedTest
    @CsvSource({
        "H2, PLAIN, app, APP",
        "H2, NUMBERED, app, APP",
        "POSTGRES, PLAIN, app, app",
        "POSTGRES, NUMBERED, app, app"
    })
    void every_statement_goes_to_the_schema_of_the_entities(
            TestDatabase database, TestHost host, String setting, String schema) throws SQLException {
        try (HikariDataSource pool = database.open();
                HikariDataSource within = within(database, pool, schema)) {
            host.createTables(within);
            host.createTables(pool);
            try (EntityManagerFactory emf = host.open(pool, Map.of("hibernate.default_schema", setting))) {
                JpaAuthStore store = JpaAuthStore.of(emf);
                JpaAuditTrail trail = store.auditTrail(AuthKeys.generate().auditKey());
                trail.begin();
                trail.on(new AuthEvent.SignInFailed(Instant.EPOCH, null, "password", "wrong password"));
                try (Auth auth = JpaFlowFixture.on(store).audit(trail).build()) {
                    auth.start();
                    assertThat(auth.registrations().register(JpaFlowFixture.registration(1)))
                            .isInstanceOf(Outcome.Done.class);
                }
                assertThat(store.<Boolean>alone(tx -> ImportTx.in(tx).inserts().takesKeys()))
                        .isTrue();
            }
            for (String table : new String[] {"auth_user", "auth_outbox", "auth_throttle", "auth_audit"}) {
                assertThat(count(pool, "\"" + schema + "\"." + table)).as(table).isPositive();
                assertThat(count(pool, table)).as("the other " + table).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, app, APP", "POSTGRES, app, app", "POSTGRES, `App`, App"})
    void tables_in_another_schema_are_missed_by_name_and_reason(TestDatabase database, String setting, String schema)
            throws SQLException {
        try (HikariDataSource pool = database.open();
                HikariDataSource within = within(database, pool, schema)) {
            TestHost.PLAIN.createTables(pool);
            Map<String, Object> settings =
                    Map.of("hibernate.default_schema", setting, "hibernate.hbm2ddl.auto", "none");
            try (EntityManagerFactory emf = TestHost.PLAIN.open(pool, settings);
                    Auth auth = JpaFlowFixture.on(JpaAuthStore.of(emf)).build()) {
                assertThatThrownBy(auth::start)
                        .hasMessageContaining(".auth_user")
                        .hasMessageContaining("Hibernate's default_schema or default_catalog is "
                                + setting.replace("`", "")
                                + ", so migrate over a connection whose current schema is " + setting.replace("`", ""));
            }
            assertThat(within.isRunning()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"H2, App, APP", "POSTGRES, App, app"})
    void a_schema_whose_name_needs_quotes_is_refused_with_the_reason(
            TestDatabase database, String schema, String folded) throws SQLException {
        try (HikariDataSource pool = database.open();
                HikariDataSource within = within(database, pool, schema)) {
            assertThatThrownBy(() -> TestHost.PLAIN.createTables(within))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("the current schema is \"App\"")
                    .hasMessageContaining("Migrate in a schema named " + folded);
            assertThatThrownBy(() -> TestHost.PLAIN.schema(within).build().pending())
                    .hasMessageContaining("the current schema is \"App\"");
        }
    }

    private static HikariDataSource within(TestDatabase database, HikariDataSource pool, String schema)
            throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema \"" + schema + "\"");
        }
        return database.openAt(pool.getJdbcUrl(), config -> {
            config.setSchema(schema);
            config.setUsername(pool.getUsername());
            config.setPassword(pool.getPassword());
        });
    }

    private static int count(HikariDataSource pool, String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getInt(1);
        }
    }
}
