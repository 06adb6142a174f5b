package dev.lockstile.auth.schema.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.internal.lock.LockHolderNote;
import dev.lockstile.auth.schema.internal.lock.MigrationLock;
import dev.lockstile.auth.schema.lock.LockReport.Held;
import dev.lockstile.auth.schema.lock.LockReport.Life;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which other sessions may hold a lock, and which may not. */
final class LockHoldersTest {

    private static final String GONE = ", session 2147480000/0";

    private HikariDataSource pool;

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void who_has_the_turn_does_not_hold_the_lock_of_a_session_that_is_gone(TestDatabase database) throws SQLException {
        open(database);
        take("node-7" + GONE);
        try (Connection other = DriverManager.getConnection(pool.getJdbcUrl())) {
            takeTurn(other);
            assertThat(life()).isEqualTo(Life.DEAD);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void who_has_the_turn_and_waits_is_no_holder(TestDatabase database) throws SQLException {
        open(database);
        take("node-7");
        try (Connection other = DriverManager.getConnection(pool.getJdbcUrl())) {
            takeTurn(other);
            assertThat(life()).isEqualTo(Life.ALIVE);
            MigrationLock.beginWaiting(other);
            assertThat(life()).isEqualTo(Life.DEAD);
        }
    }

    /** The named locks of MariaDB are those of the server, so that its turn is not told by databases. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void a_session_on_another_database_is_no_holder(TestDatabase database) throws SQLException {
        open(database);
        take("node-7");
        try (HikariDataSource elsewhere = database.open();
                Connection other = elsewhere.getConnection()) {
            if (database == TestDatabase.POSTGRES) {
                takeTurn(other);
            }
            assertThat(life()).isEqualTo(Life.DEAD);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void who_may_not_see_a_noted_session_does_not_call_it_dead(TestDatabase database) throws SQLException {
        open(database);
        run("create user blind password 'seesnothing'");
        run("grant select on DATABASECHANGELOGLOCK to blind");
        try (Connection holder = pool.getConnection();
                HikariDataSource blind = new HikariDataSource()) {
            take("node-7");
            new LockHolderNote(holder).mark();
            blind.setJdbcUrl(holder.getMetaData().getURL().replaceFirst("[?].*", ""));
            blind.setUsername(database == TestDatabase.H2 ? "BLIND" : "blind");
            blind.setPassword("seesnothing");
            assertThat(life(LockRecovery.of(blind))).isEqualTo(Life.UNKNOWN);
        } finally {
            if (database == TestDatabase.POSTGRES) {
                run("drop owned by blind");
                run("drop user blind");
            }
        }
    }

    @Test
    void without_a_turn_a_migration_waits_for_a_noted_session_that_lives() throws SQLException {
        open(TestDatabase.H2);
        try (Connection holder = pool.getConnection()) {
            take("node-7");
            new LockHolderNote(holder).mark();
            assertThatThrownBy(this::migrate).hasMessageContaining("locked for a migration by node-7, session ");
        }
    }

    /** The session came back to its pool, and the turn went before. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void with_the_turn_a_migration_releases_the_lock_of_a_session_that_lives_without_it(TestDatabase database)
            throws SQLException {
        open(database);
        try (Connection holder = pool.getConnection()) {
            take("node-7");
            new LockHolderNote(holder).mark();
            migrate();
            assertThat(LockRecovery.of(pool).report()).isInstanceOf(LockReport.Free.class);
        }
    }

    private void open(TestDatabase database) {
        pool = database.open(config -> config.setMinimumIdle(0));
        migrate();
    }

    private void migrate() {
        AuthSchema.builder(pool)
                .onlyTables(Set.of())
                .waitForTurn(Duration.ofSeconds(1))
                .build()
                .migrate();
    }

    private void take(String by) throws SQLException {
        run("update DATABASECHANGELOGLOCK set locked = true, lockedby = '" + by
                + "', lockgranted = timestamp '2020-05-04 03:02:01' where id = 1");
    }

    private static void takeTurn(Connection other) throws SQLException {
        boolean named = other.getMetaData().getURL().startsWith("jdbc:mariadb");
        try (Statement statement = other.createStatement()) {
            statement.execute(
                    named
                            ? "select get_lock('" + MigrationLock.NAME + "', 0)"
                            : "select pg_advisory_lock(" + MigrationLock.KEY + ")");
        }
    }

    private Life life() {
        return life(LockRecovery.of(pool));
    }

    private static Life life(LockRecovery doctor) {
        return assertThat(doctor.report())
                .asInstanceOf(InstanceOfAssertFactories.type(Held.class))
                .actual()
                .life();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
