package dev.lockstile.auth.schema.internal.resume;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * Commits the work of a change set together with its row in the history, on databases that can take DDL back. Liquibase
 * commits the work first and the row afterwards; a process that is killed between the two leaves work that the next run
 * would do again. {@link HistoryCommitListener} tells when the work is done and when the row is written.
 */
public final class HistoryCommit extends JdbcConnection {

    private boolean held;

    /** @param connection the one that migrates */
    private HistoryCommit(Connection connection) {
        super(connection);
    }

    /** Liquibase's view of that connection. Only PostgreSQL, of the databases that we know, takes DDL back. */
    public static JdbcConnection of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? new HistoryCommit(connection)
                : new JdbcConnection(connection);
    }

    /** Commits wait for {@link #release}. */
    void hold() {
        held = true;
    }

    /** The next commit is one. */
    void release() {
        held = false;
    }

    /** Constraints that wait for the commit are checked now, so that their failure still is the change set's. */
    @Override
    public void commit() throws DatabaseException {
        if (!held) {
            super.commit();
            return;
        }
        try (Statement check = getUnderlyingConnection().createStatement()) {
            check.execute("set constraints all immediate");
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        held = false;
        super.rollback();
    }
}
