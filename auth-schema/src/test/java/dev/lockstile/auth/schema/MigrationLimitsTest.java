package dev.lockstile.auth.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.HostTree;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.internal.lock.MigrationLock;
import dev.lockstile.auth.schema.report.SchemaException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of a migration on PostgreSQL, and those that its connection has afterwards. */
final class MigrationLimitsTest {

    private static final String LIMITS = "current_setting('statement_timeout') || ' '"
            + " || current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('lock_timeout')";
    private static final String OF_THE_POOL = "5s 10s 2s";

    @TempDir
    private Path root;

    private HikariDataSource pool;

    @BeforeEach
    void open() {
        pool = TestDatabase.POSTGRES.open(config -> config.setMaximumPoolSize(1));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void statements_take_their_time_and_locks_are_waited_for_as_the_pool_says() throws SQLException {
        tree("create table seen as select " + LIMITS + " as limits").migrate();
        assertThat(text("select limits from seen")).isEqualTo("0 0 2s");
        assertThat(text("select " + LIMITS)).isEqualTo(OF_THE_POOL);
    }

    @Test
    void locks_are_waited_for_as_the_migration_says() throws SQLException {
        tree("create table seen as select " + LIMITS + " as limits")
                .withLockTimeout(Duration.ofMillis(1_234))
                .migrate();
        assertThat(text("select limits from seen")).isEqualTo("0 0 1234ms");
        assertThat(text("select " + LIMITS)).isEqualTo(OF_THE_POOL);
    }

    @Test
    void a_migration_that_fails_or_has_no_turn_gives_the_limits_back() throws SQLException {
        assertThatThrownBy(() -> tree("select nothing from nowhere").migrate()).isInstanceOf(SchemaException.class);
        assertThat(text("select " + LIMITS)).isEqualTo(OF_THE_POOL);
        try (Connection other = DriverManager.getConnection(pool.getJdbcUrl());
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + MigrationLock.KEY + ")");
            AuthSchema impatient =
                    AuthSchema.builder(pool).waitForTurn(Duration.ZERO).build();
            assertThatThrownBy(impatient::migrate).hasMessageContaining("another process migrates");
        }
        assertThat(text("select " + LIMITS)).isEqualTo(OF_THE_POOL);
    }

    private AuthSchema tree(String sql) {
        return HostTree.in(root, "db/migrations/0001_seen.xml")
                .putStatement("db/migrations/0001_seen.xml", sql)
                .schema(pool);
    }

    private String text(String select) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(select)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }
}
