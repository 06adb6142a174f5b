package dev.lockstile.auth.schema.internal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session is noted once, behind the name of the holder that was read. */
final class LockHolderNoteTest {

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        run("create table DATABASECHANGELOGLOCK (ID int primary key, LOCKED boolean not null,"
                + " LOCKGRANTED timestamp, LOCKEDBY varchar(255))");
        run("insert into DATABASECHANGELOGLOCK values (1, true, current_timestamp, 'node-7')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_session_is_noted_once_and_committed() throws SQLException {
        connection.setAutoCommit(false);
        new LockHolderNote(connection).mark();
        connection.rollback();
        String noted = by();
        assertThat(noted).startsWith("node-7, session ");
        assertThat(LockHolderNote.in(noted)).isNotNull();
        new LockHolderNote(connection).mark();
        assertThat(by()).isEqualTo(noted);
    }

    @Test
    void a_name_that_leaves_no_room_stays_as_it_is() throws SQLException {
        String name = "n".repeat(250);
        run("update DATABASECHANGELOGLOCK set LOCKEDBY = '" + name + "'");
        new LockHolderNote(connection).mark();
        assertThat(by()).isEqualTo(name);
    }

    @Test
    void a_lock_that_is_free_gets_no_name() throws SQLException {
        run("update DATABASECHANGELOGLOCK set LOCKED = false, LOCKEDBY = null");
        new LockHolderNote(connection).mark();
        assertThat(by()).isNull();
    }

    @Test
    void a_holder_that_came_meanwhile_keeps_its_name() throws SQLException {
        new LockHolderNote(meanwhile("update DATABASECHANGELOGLOCK set LOCKEDBY = 'node-8'")).mark();
        assertThat(by()).isEqualTo("node-8");
    }

    /** A connection on which that happens before the name is written. */
    private Connection meanwhile(String sql) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (p, m, given) -> {
                    if (m.getName().equals("prepareStatement")
                            && given[0].toString().startsWith("update")) {
                        run(sql);
                    }
                    try {
                        return m.invoke(connection, given);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private String by() throws SQLException {
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
