package dev.lockstile.auth.jpa.schema.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.hosts.EachDatabase;
import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.schema.AuthSchema;
import dev.lockstile.auth.jpa.schema.lock.LockReport.Held;
import dev.lockstile.auth.jpa.schema.lock.LockReport.Life;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Locks that live, that are stale, and of which nobody knows. */
final class LockDoctorTest {

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
            statement.execute("select pg_advisory_lock(" + SessionLock.KEY + ")");
            run(TAKE.formatted("timestamp '2020-05-04 03:02:01'"));
            LockDoctor doctor = doctor();
            assertThatThrownBy(doctor::release)
                    .isInstanceOfSatisfying(
                            LockAliveException.class,
                            e -> assertThat(e.held().life()).isEqualTo(Life.ALIVE))
                    .hasMessageContaining("session ")
                    .hasMessageContaining("lives");
            assertThatThrownBy(() -> doctor.allowReleaseOf("node-7 (10.0.0.7)")).isInstanceOf(LockAliveException.class);
            statement.execute("select pg_advisory_unlock(" + SessionLock.KEY + ")");
        }
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
            LockDoctor doctor = doctor();
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
            LockDoctor blind = LockDoctor.of(other);
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

    private LockDoctor doctor() {
        return LockDoctor.of(pool);
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
