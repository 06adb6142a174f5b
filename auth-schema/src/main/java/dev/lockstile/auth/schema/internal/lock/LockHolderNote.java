package dev.lockstile.auth.schema.internal.lock;

import dev.lockstile.auth.schema.internal.liquibase.LiquibaseTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what Liquibase notes of the holder of its lock the session that migrates, before the first change set runs or
 * is taken back. So it can be told later whether just that session is gone, by the database alone: no clock and no zone
 * of a host has a part in it, and other sessions may be there. On PostgreSQL and H2; elsewhere nothing is added.
 */
public final class LockHolderNote extends AbstractChangeExecListener {

    private static final Pattern MARK = Pattern.compile(", session (\\d{1,18})/(\\d{1,18})$");
    private static final String READ = "select LOCKEDBY from DATABASECHANGELOGLOCK where ID = 1 and LOCKED = ?";
    private static final String WRITE =
            "update DATABASECHANGELOGLOCK set LOCKEDBY = ? where ID = 1 and LOCKED = ? and LOCKEDBY = ?";
    private static final int COLUMN = 255;

    private final Connection connection;
    private boolean done;

    /** @param connection the one that migrates */
    public LockHolderNote(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void willRun(
            ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.RunStatus status) {
        markOnce();
    }

    @Override
    public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        markOnce();
    }

    private void markOnce() {
        if (!done) {
            done = true;
            try {
                mark();
            } catch (SQLException e) {
                throw new UnexpectedLiquibaseException("the session that migrates cannot be noted", e);
            }
        }
    }

    /** Notes the session, where the lock is held; commits. */
    public void mark() throws SQLException {
        if (!LiquibaseTables.has(connection, "DATABASECHANGELOGLOCK")) {
            return; // elsewhere, by the host's settings: nothing is noted, and no holder is called dead
        }
        String session = SessionProbe.of(connection).self(connection);
        String by = holder();
        if (session == null || by == null || MARK.matcher(by).find()) {
            return;
        }
        String marked = by + ", session " + session;
        if (marked.length() <= COLUMN) {
            write(by, marked);
        }
    }

    private @Nullable String holder() throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setBoolean(1, true);
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }

    private void write(String by, String marked) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setString(1, marked);
            write.setBoolean(2, true);
            write.setString(3, by);
            write.executeUpdate();
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /** The session in the name of a holder. */
    public static @Nullable Session in(String by) {
        Matcher found = MARK.matcher(by);
        return found.find() ? new Session(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))) : null;
    }

    /**
     * A session of the database.
     *
     * @param id its number, which another session may have later
     * @param began microseconds since 1970, by the database
     */
    public record Session(long id, long began) {}
}
