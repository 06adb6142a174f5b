package dev.lockstile.auth.schema.lock;

import dev.lockstile.auth.schema.internal.lock.LockHolderNote;
import dev.lockstile.auth.schema.internal.lock.LockRow;
import dev.lockstile.auth.schema.internal.lock.SessionProbe;
import dev.lockstile.auth.schema.lock.LockReport.Held;
import dev.lockstile.auth.schema.lock.LockReport.Life;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Looks after the lock of Liquibase, a row that a killed process leaves behind: tells who took it, since when, and
 * whether that session lives, and releases it only when it does not. Migrations of this library hold a lock of their
 * session beside it where the database has one, which tells that they live, and note their session in it
 * ({@link LockHolderNote}). Dead is a holder only when the session it noted is gone, or, where it noted none, when no
 * other session is on the database: the time at which the lock was taken is the holder's own, by its clock and in its
 * zone, and proves nothing.
 *
 * <p>Released is exactly the lock that was reported: a lock that was taken meanwhile stays.
 */
public final class LockRecovery {

    private final DataSource database;

    private LockRecovery(DataSource database) {
        this.database = database;
    }

    /**
     * Looks after the lock of a database.
     *
     * @param database a connection is taken for each call
     * @return what reports and releases its lock
     */
    public static LockRecovery of(DataSource database) {
        return new LockRecovery(database);
    }

    /** {@return who holds the lock} Nothing is written. */
    public LockReport report() {
        return call(LockRecovery::look);
    }

    /**
     * Releases a stale lock.
     *
     * @return what was there; {@link LockReport.Free} when there was nothing to release
     * @throws LockAliveException when its holder lives, or may live
     */
    public LockReport release() {
        return call(connection -> {
            LockReport report = look(connection);
            if (report instanceof Held held) {
                if (held.life() != Life.DEAD) {
                    throw new LockAliveException(held);
                }
                free(connection, held);
            }
            return report;
        });
    }

    /**
     * Releases a lock of which it cannot be told whether its holder lives, on the word of an operator who knows that it
     * is dead. A holder that is seen to live is refused all the same.
     *
     * @param by the holder, exactly as the report has it
     * @return what was there; {@link LockReport.Free} when there was nothing to release
     * @throws LockAliveException when the holder lives, or is another one
     */
    public LockReport allowReleaseOf(String by) {
        return call(connection -> {
            LockReport report = look(connection);
            if (report instanceof Held held) {
                if (held.life() == Life.ALIVE || !held.by().equals(by)) {
                    throw new LockAliveException(held);
                }
                free(connection, held);
            }
            return report;
        });
    }

    private static LockReport look(Connection connection) throws SQLException {
        LockRow row = LockRow.read(connection);
        return row == null ? new LockReport.Free() : held(row, connection);
    }

    private static Held held(LockRow row, Connection connection) throws SQLException {
        List<String> holders = row.holders(connection);
        if (!holders.isEmpty()) {
            return new Held(row.by(), row.since(), Life.ALIVE, holders);
        }
        SessionProbe probe = SessionProbe.of(connection);
        LockHolderNote.Session session = row.session();
        List<String> candidates = session == null ? probe.candidates(connection) : probe.marked(connection, session);
        return new Held(row.by(), row.since(), candidates.isEmpty() ? Life.DEAD : Life.UNKNOWN, candidates);
    }

    private static void free(Connection connection, Held held) throws SQLException {
        new LockRow(held.by(), held.since()).release(connection);
    }

    private <T> T call(Call<T> call) {
        try (Connection connection = database.getConnection()) {
            return call.on(connection);
        } catch (SQLException e) {
            throw new SchemaException("the lock of the database cannot be read", e);
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T on(Connection connection) throws SQLException;
    }
}
