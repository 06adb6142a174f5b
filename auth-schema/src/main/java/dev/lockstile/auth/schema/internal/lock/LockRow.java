package dev.lockstile.auth.schema.internal.lock;

import dev.lockstile.auth.schema.internal.liquibase.LiquibaseTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lock of Liquibase, as it is held.
 *
 * @param by the holder, as the row names it
 * @param since by the holder's clock; empty where it did not say
 */
public record LockRow(String by, String since) {

    private static final String TABLE = "DATABASECHANGELOGLOCK";
    private static final String READ = "select LOCKEDBY, LOCKGRANTED from " + TABLE + " where ID = 1 and LOCKED = ?";
    private static final String RELEASE =
            "update " + TABLE + " set LOCKED = ?, LOCKGRANTED = null where ID = 1 and LOCKED = ? and LOCKEDBY = ?";
    private static final String LEFT = "select LOCKEDBY from " + TABLE + " where ID = 1 and LOCKED = ?";
    private static final String LEAVE =
            "update " + TABLE + " set LOCKEDBY = ? where ID = 1 and LOCKED = ? and LOCKEDBY is null";

    /** Null where it is free, or where the table lies elsewhere by the host's settings. */
    public static @Nullable LockRow read(Connection connection) throws SQLException {
        if (!LiquibaseTables.has(connection, TABLE)) {
            return null;
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setBoolean(1, true);
            try (ResultSet found = read.executeQuery()) {
                return found.next()
                        ? new LockRow(
                                Objects.requireNonNullElse(found.getString(1), "an unnamed holder"),
                                Objects.requireNonNullElse(found.getString(2), ""))
                        : null;
            }
        }
    }

    /**
     * Who held the lock last and did not end its work; null where the last migration ended. A lock of the dead keeps
     * the name of its holder when it is released, and Liquibase takes the name away from its own.
     */
    public static @Nullable String leftBy(Connection connection) throws SQLException {
        if (!LiquibaseTables.has(connection, TABLE)) {
            return null;
        }
        try (PreparedStatement read = connection.prepareStatement(LEFT)) {
            read.setBoolean(1, false);
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }

    /** Puts that name back where the lock is free, since what it left is still not done; commits. */
    public static void leave(Connection connection, String by) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(LEAVE)) {
            write.setString(1, by);
            write.setBoolean(2, false);
            write.executeUpdate();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    /** Releases just this lock, and commits. False when it is another one by now. */
    public boolean release(Connection connection) throws SQLException {
        try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
            release.setBoolean(1, false);
            release.setBoolean(2, true);
            release.setString(3, by);
            boolean released = release.executeUpdate() == 1;
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return released;
        }
    }

    /** The session that took it, where it is noted. */
    public LockHolderNote.@Nullable Session session() {
        return LockHolderNote.in(by);
    }

    /**
     * Whether the holder is proven dead, for a migration that has its turn. Who noted a session had the turn as well
     * while it held the lock, and the turn goes with the session: that is proof where this very session holds the turn
     * now. Elsewhere the session has to be gone. Of a holder that noted none nothing is proven.
     */
    public boolean isDeadFor(Connection migrating) throws SQLException {
        SessionProbe probe = SessionProbe.of(migrating);
        LockHolderNote.Session session = session();
        return session != null
                && (probe.hasTurn(migrating) || probe.marked(migrating, session).isEmpty());
    }

    /** Whether another session is on the database that could hold it. */
    public boolean hasCandidates(Connection connection) throws SQLException {
        return !SessionProbe.of(connection).candidates(connection).isEmpty();
    }

    /** The sessions that hold the lock or could, after those who only wait for it are left out. */
    public List<String> holders(Connection connection) throws SQLException {
        List<String> holders = SessionProbe.of(connection).holders(connection);
        LockHolderNote.Session session = session();
        return session == null
                ? holders
                : holders.stream()
                        .filter(holder -> holder.startsWith("session " + session.id() + " "))
                        .toList();
    }
}
