package dev.lockstile.auth.schema.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.internal.lock.LockHolderNote;
import dev.lockstile.auth.schema.internal.lock.MigrationLock;
import dev.lockstile.auth.schema.lock.LockReport.Held;
import dev.lockstile.auth.schema.lock.LockReport.Life;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Locks that live, that are stale, and of which nothing is known. */
final class LockRecoveryTest {

    private static final String TAKE = "update DATABASECHANGELOGLOCK set locked = true, lockedby = 'node-7 (10.0.0.7)',"
            + " lockgranted = %s where id = 1";

    private HikariDataSource pool;

    @AfterEach
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_database_without_a_lock_has_nothing_to_release(TestDatabase database) {
        open(database);
        assertThat(doctor().report()).isInstanceOf(LockReport.Free.class);
        migrate();
        assertThat(doctor().report()).isInstanceOf(LockReport.Free.class);
        assertThat(doctor().release()).isInstanceOf(LockReport.Free.class);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_stale_lock_is_reported_with_its_holder_and_released(TestDatabase database) throws SQLException {
        open(database);
        migrate();
        run(TAKE.formatted("timestamp '2020-05-04 03:02:01'"));
        assertThat(doctor().report()).isInstanceOfSatisfying(Held.class, held -> {
            assertThat(held.life()).isEqualTo(Life.DEAD);
            assertThat(held.toString()).contains("node-7 (10.0.0.7)", "2020-05-04 03:02:01", "stale");
        });
        assertThat(doctor().release()).isInstanceOf(Held.class);
        assertThat(doctor().report()).isInstanceOf(LockReport.Free.class);
        migrate();
    }

    @Test
    void a_lock_whose_session_lives_is_not_released() throws SQLException {
        open(TestDatabase.POSTGRES);
        migrate();
        try (Connection migrating = pool.getConnection();
                Statement statement = migrating.createStatement()) {
            statement.execute("select pg_advisory_lock(" + MigrationLock.KEY + ")");
            run(TAKE.formatted("timestamp '2020-05-04 03:02:01'"));
            LockRecovery doctor = doctor();
            assertThatThrownBy(doctor::release)
                    .isInstanceOfSatisfying(
                            LockAliveException.class,
                            e -> assertThat(e.held().life()).isEqualTo(Life.ALIVE))
                    .hasMessageContaining("session ")
                    .hasMessageContaining("lives");
            assertThatThrownBy(() -> doctor.allowReleaseOf("node-7 (10.0.0.7)")).isInstanceOf(LockAliveException.class);
            statement.execute("select pg_advisory_unlock(" + MigrationLock.KEY + ")");
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        awaitDeath();
        assertThat(doctor().release()).isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_lock_of_which_nobody_knows_is_released_on_somebodys_word_only(TestDatabase database) throws SQLException {
        open(database);
        migrate();
        try (Connection other = pool.getConnection()) {
            assertThat(other.isClosed()).isFalse();
            run(TAKE.formatted("localtimestamp"));
            LockRecovery doctor = doctor();
            assertThat(doctor.report()).isInstanceOfSatisfying(Held.class, held -> {
                assertThat(held.life()).isEqualTo(Life.UNKNOWN);
                assertThat(held.sessions()).isNotEmpty();
            });
            assertThatThrownBy(doctor::release).isInstanceOf(LockAliveException.class);
            assertThatThrownBy(() -> doctor.allowReleaseOf("node-8")).isInstanceOf(LockAliveException.class);
            assertThat(doctor.allowReleaseOf("node-7 (10.0.0.7)")).isInstanceOf(Held.class);
            assertThat(doctor.report()).isInstanceOf(LockReport.Free.class);
        }
    }

    /** A holder whose clock is behind, or whose zone is west of ours, writes a time before its own session began. */
    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_session_that_seems_younger_than_the_lock_may_hold_it_all_the_same(TestDatabase database)
            throws SQLException {
        open(database);
        migrate();
        try (Connection holder = pool.getConnection()) {
            for (String granted : List.of("localtimestamp", "timestamp '2020-05-04 03:02:01'", "null")) {
                try (Statement statement = holder.createStatement()) {
                    statement.execute(TAKE.formatted(granted));
                }
                LockRecovery doctor = doctor();
                assertThat(doctor.report()).isInstanceOfSatisfying(Held.class, held -> {
                    assertThat(held.life()).as(granted).isEqualTo(Life.UNKNOWN);
                    assertThat(held.sessions()).isNotEmpty();
                });
                assertThatThrownBy(doctor::release).as(granted).isInstanceOf(LockAliveException.class);
            }
        }
    }

    @Test
    void a_shifted_zone_of_the_holder_changes_nothing() throws SQLException {
        open(TestDatabase.POSTGRES);
        migrate();
        try (Connection holder = pool.getConnection();
                Statement statement = holder.createStatement()) {
            statement.execute("set time zone 'Pacific/Honolulu'");
            statement.execute(TAKE.formatted("localtimestamp"));
            assertThatThrownBy(() -> doctor().release()).isInstanceOf(LockAliveException.class);
            statement.execute("set time zone 'Pacific/Kiritimati'");
            statement.execute(TAKE.formatted("localtimestamp"));
            assertThatThrownBy(() -> doctor().release()).isInstanceOf(LockAliveException.class);
            statement.execute("reset time zone");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_noted_session_is_dead_when_just_that_one_is_gone(TestDatabase database) throws SQLException {
        open(database);
        migrate();
        try (Connection application = pool.getConnection()) {
            assertThat(application.isValid(1)).isTrue();
            try (Connection holder = pool.getConnection()) {
                run(TAKE.formatted("localtimestamp"));
                new LockHolderNote(holder).mark();
                LockRecovery doctor = doctor();
                assertThat(doctor.report()).isInstanceOfSatisfying(Held.class, held -> {
                    assertThat(held.by()).startsWith("node-7 (10.0.0.7), session ");
                    assertThat(held.life()).isEqualTo(Life.UNKNOWN);
                    assertThat(held.sessions()).hasSize(1);
                });
                assertThatThrownBy(doctor::release).isInstanceOf(LockAliveException.class);
                pool.evictConnection(holder);
            }
            awaitDeath();
            assertThat(doctor().release()).isInstanceOf(Held.class);
            assertThat(doctor().report()).isInstanceOf(LockReport.Free.class);
        }
    }

    /** A session of the same number that began at another time is another one. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_number_that_was_given_again_is_not_the_noted_session(TestDatabase database) throws SQLException {
        open(database);
        migrate();
        try (Connection holder = pool.getConnection()) {
            run(TAKE.formatted("localtimestamp"));
            new LockHolderNote(holder).mark();
            run("update DATABASECHANGELOGLOCK set LOCKEDBY = LOCKEDBY || '7'");
            assertThat(doctor().release()).isInstanceOf(Held.class);
        }
    }

    private void awaitDeath() {
        while (doctor().report() instanceof Held held && held.life() != Life.DEAD) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void who_may_not_see_the_sessions_of_others_does_not_call_a_holder_dead(TestDatabase database) throws SQLException {
        open(database);
        migrate();
        run(TAKE.formatted("timestamp '2020-05-04 03:02:01'"));
        boolean h2 = database == TestDatabase.H2;
        run("create user blind password 'seesnothing'");
        run("grant select, update on DATABASECHANGELOGLOCK to blind");
        try (Connection holder = pool.getConnection();
                HikariDataSource other = new HikariDataSource()) {
            other.setJdbcUrl(holder.getMetaData().getURL().replaceFirst("[?].*", ""));
            other.setUsername(h2 ? "BLIND" : "blind");
            other.setPassword("seesnothing");
            LockRecovery blind = LockRecovery.of(other);
            assertThat(blind.report()).isInstanceOfSatisfying(Held.class, held -> {
                assertThat(held.life()).isEqualTo(Life.UNKNOWN);
                assertThat(held.sessions()).isNotEmpty().doesNotContainNull();
            });
            assertThatThrownBy(blind::release).isInstanceOf(LockAliveException.class);
        } finally {
            if (!h2) {
                run("drop owned by blind");
                run("drop user blind");
            }
        }
    }

    private void open(TestDatabase database) {
        pool = database.open(config -> config.setMinimumIdle(0));
    }

    private LockRecovery doctor() {
        return LockRecovery.of(pool);
    }

    private void migrate() {
        AuthSchema.builder(pool).build().migrate();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
