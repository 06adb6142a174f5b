package dev.lockstile.auth.schema.change;

import static dev.lockstile.auth.schema.change.Pieces.change;
import static dev.lockstile.auth.schema.change.Pieces.count;
import static dev.lockstile.auth.schema.change.Pieces.execute;
import static dev.lockstile.auth.schema.change.Pieces.fill;
import static dev.lockstile.auth.schema.change.Pieces.filled;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.LiquibaseException;
import liquibase.executor.Executor;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that come meanwhile are filled, and nothing else than the column is written. */
public final class FillBesideWritersTest {

    private static final AtomicBoolean LATE = new AtomicBoolean();

    private static volatile @Nullable HikariDataSource writer;

    static Stream<TestDatabase> databases() {
        return TestDatabase.here();
    }

    /** Called by the database for each row: at the last one another row comes, before those that are filled already. */
    public static boolean meanwhile(int row) throws SQLException {
        boolean behind = row == 2_400 && count(writer(), "slug is not null") > 0;
        if (behind && LATE.compareAndSet(false, true)) {
            execute(writer(), "insert into piece (num, kind, label) values (0, 'k', 'late')");
        }
        return row >= 0;
    }

    @Test
    void a_row_that_comes_behind_the_pass_gets_its_value_too()
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = filled(TestDatabase.H2, 2_400)) {
            execute(pool, "create alias meanwhile for '" + FillBesideWritersTest.class.getName() + ".meanwhile'");
            writer = pool;
            LATE.set(false);
            fill(pool, "num", "case when meanwhile(num) then 'v' end", null);
            assertThat(count(pool, "label = 'late' and slug = 'v'")).isEqualTo(1);
            assertThat(count(pool, "slug = 'v'")).isEqualTo(2_401);
        } finally {
            writer = null;
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_script_of_the_changes_writes_no_row(TestDatabase database)
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = filled(database, 10);
                Connection connection = pool.getConnection()) {
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            ExecutorService executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
            Executor writing = executors.getExecutor("jdbc", target);
            executors.setExecutor("jdbc", target, new LoggingExecutor(writing, new StringWriter(), target));
            try {
                change("num", "'v'", null).execute(target);
                connection.commit();
            } finally {
                executors.clearExecutor("jdbc", target);
                connection.setAutoCommit(true);
            }
            assertThat(count(pool, "slug is not null")).isZero();
        }
    }

    @Test
    void a_time_that_the_database_moves_by_itself_stays()
            throws SQLException, LiquibaseException, CustomChangeException {
        try (HikariDataSource pool = TestDatabase.MARIADB.open()) {
            execute(
                    pool,
                    "create table piece (num int primary key, slug varchar(9), moved timestamp not null default"
                            + " current_timestamp on update current_timestamp)",
                    "insert into piece (num, moved) values (1, '2020-02-03 04:05:06')");
            fill(pool, "num", "'v'", null);
            assertThat(count(pool, "slug = 'v' and moved = '2020-02-03 04:05:06'"))
                    .isEqualTo(1);
        }
    }

    private static HikariDataSource writer() {
        return Objects.requireNonNull(writer);
    }
}
