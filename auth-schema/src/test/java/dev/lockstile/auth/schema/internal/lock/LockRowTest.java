package dev.lockstile.auth.schema.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The row of the lock is released for the holder that was read, and for no other one. */
final class LockRowTest {

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        run("create table DATABASECHANGELOGLOCK (ID int primary key, LOCKED boolean not null,"
                + " LOCKGRANTED timestamp, LOCKEDBY varchar(255))");
        run("insert into DATABASECHANGELOGLOCK values (1, true, current_timestamp, 'first')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_row_of_another_holder_stays() throws SQLException {
        LockRow first = Objects.requireNonNull(LockRow.read(connection));
        run("update DATABASECHANGELOGLOCK set LOCKEDBY = 'second'");

        assertThat(first.release(connection)).isFalse();

        assertThat(LockRow.read(connection)).isNotNull().extracting(LockRow::by).isEqualTo("second");
    }

    @Test
    void the_row_that_was_read_is_released_once_and_keeps_the_name() throws SQLException {
        LockRow first = Objects.requireNonNull(LockRow.read(connection));

        assertThat(first.release(connection)).isTrue();
        assertThat(first.release(connection)).isFalse();

        assertThat(LockRow.read(connection)).isNull();
        assertThat(LockRow.leftBy(connection)).isEqualTo("first");
    }

    @Test
    void a_name_is_left_where_none_holds_the_lock_and_nowhere_else() throws SQLException {
        LockRow.leave(connection, "late");
        assertThat(held()).isEqualTo("first");
        run("update DATABASECHANGELOGLOCK set LOCKED = false, LOCKEDBY = null");
        LockRow.leave(connection, "late");
        assertThat(LockRow.leftBy(connection)).isEqualTo("late");
        LockRow.leave(connection, "later");
        assertThat(LockRow.leftBy(connection)).isEqualTo("late");
    }

    @Test
    void what_is_released_or_left_is_committed() throws SQLException {
        LockRow first = Objects.requireNonNull(LockRow.read(connection));
        connection.setAutoCommit(false);
        first.release(connection);
        connection.rollback();
        assertThat(LockRow.read(connection)).isNull();
        run("update DATABASECHANGELOGLOCK set LOCKEDBY = null");
        LockRow.leave(connection, "late");
        connection.rollback();
        assertThat(LockRow.leftBy(connection)).isEqualTo("late");
    }

    @Test
    void where_the_table_is_missing_no_holder_is_known() throws SQLException {
        run("drop table DATABASECHANGELOGLOCK");
        assertThat(LockRow.read(connection)).isNull();
        assertThat(LockRow.leftBy(connection)).isNull();
    }

    private String held() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select LOCKEDBY from DATABASECHANGELOGLOCK")) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
