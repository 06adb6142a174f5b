package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.changelog.Digests;
import dev.lockstile.auth.schema.database.DatabaseIdentity;
import dev.lockstile.auth.schema.history.HistoryGuard;
import dev.lockstile.auth.schema.internal.liquibase.LiquibaseTables;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A row beside that of Liquibase's lock, which says by a digest that a migration left nothing to run. While all that
 * decides about it is as it was then, the next start has its answer without Liquibase, whose reading of the changelog
 * takes most of a start. Whatever differs, or cannot be told, is left to Liquibase.
 *
 * @param guard of the changelog that is run
 * @param settings of the run but for the parameters of the changelog, and the release of the code
 */
record UpToDateRow(Connection connection, HistoryGuard guard, String settings) {

    private static final Logger LOG = LoggerFactory.getLogger(UpToDateRow.class);
    private static final String TABLE = "DATABASECHANGELOGLOCK";
    private static final String READ = "select LOCKEDBY from " + TABLE + " where ID = 2 and LOCKED = ?";
    private static final String FREE =
            "select count(*) from " + TABLE + " where ID = 1 and LOCKED = ? and LOCKEDBY is null";
    private static final String CHANGE = "update " + TABLE + " set LOCKEDBY = ? where ID = 2";
    private static final String ADD = "insert into " + TABLE + " (ID, LOCKED, LOCKEDBY) values (2, ?, ?)";
    private static final String WORDS = "nothing to run: ";

    /** Whether nothing is left to run. Reads alone. */
    boolean stands() throws SQLException {
        try {
            String written = read();
            return written != null && isFree() && written.equals(now().orElse(""));
        } finally {
            end();
        }
    }

    /** Writes that nothing is left to run, as all is now; on a connection that has its turn to migrate. Commits. */
    void write() throws SQLException {
        Optional<String> now = now();
        try {
            if (now.isPresent()
                    && LiquibaseTables.has(connection, TABLE)
                    && isFree()
                    && !now.get().equals(read())) {
                write(now.get());
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            LOG.debug("the next start asks Liquibase again, since the row cannot be written", e);
        } finally {
            end();
        }
    }

    private void write(String words) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
            change.setString(1, words);
            if (change.executeUpdate() == 1) {
                return;
            }
        }
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setBoolean(1, false);
            add.setString(2, words);
            add.executeUpdate();
        }
    }

    private @Nullable String read() throws SQLException {
        if (!LiquibaseTables.has(connection, TABLE)) {
            return null;
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setBoolean(1, false);
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }

    /** Whether the last migration ended, and no other one runs. */
    private boolean isFree() throws SQLException {
        try (PreparedStatement free = connection.prepareStatement(FREE)) {
            free.setBoolean(1, false);
            try (ResultSet found = free.executeQuery()) {
                return found.next() && found.getInt(1) == 1;
            }
        }
    }

    private Optional<String> now() throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        String place = String.join(
                "\u0000",
                DatabaseIdentity.of(connection),
                String.valueOf(connection.getCatalog()),
                String.valueOf(connection.getSchema()),
                server.getDatabaseProductName(),
                server.getDatabaseProductVersion(),
                settings);
        return guard.digest(connection).map(digest -> WORDS + Digests.of(place + "\u0000" + digest));
    }

    private void end() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
