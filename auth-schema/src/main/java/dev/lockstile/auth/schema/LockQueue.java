package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.internal.lock.LockRow;
import dev.lockstile.auth.schema.internal.lock.MigrationLock;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.DatabaseChangeLogLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits while the lock table of Liquibase says that a process migrates, and tells which when the patience ends. A
 * holder that is proven dead is waited for no longer: its lock is released.
 */
final class LockQueue {

    private static final Logger LOG = LoggerFactory.getLogger(LockQueue.class);
    private static final long POLL_MILLIS = 500;

    private final Liquibase liquibase;
    private final Connection connection;
    private final WaitLog wait;
    private final SoleSessionTimer soleSession = new SoleSessionTimer(System::nanoTime);

    private LockQueue(Liquibase liquibase, Connection connection, Duration patience) {
        this.liquibase = liquibase;
        this.connection = connection;
        this.wait = new WaitLog(LOG::info, System::nanoTime, patience);
    }

    /**
     * Returns when the lock is free. Liquibase takes it by itself afterwards; a race there is its own to settle.
     *
     * @param connection the one that has its turn to migrate
     */
    static void await(Liquibase liquibase, Connection connection, Duration patience)
            throws LiquibaseException, SQLException, InterruptedException {
        if (liquibase.listLocks().length > 0) {
            MigrationLock.beginWaiting(connection);
            try {
                new LockQueue(liquibase, connection, patience).await();
            } finally {
                end(connection);
                MigrationLock.endWaiting(connection);
                end(connection);
            }
        }
    }

    private void await() throws LiquibaseException, SQLException, InterruptedException {
        DatabaseChangeLogLock[] held = liquibase.listLocks();
        while (held.length > 0) {
            LockRow row = LockRow.read(connection);
            if (row != null && isDead(row)) {
                if (row.release(connection)) {
                    LOG.warn("released the lock of a migration that died: {}, since {}", row.by(), row.since());
                }
            } else {
                DatabaseChangeLogLock lock = held[0];
                wait.tell(() -> told(lock));
                if (wait.isOver()) {
                    throw new SchemaException(SchemaException.Failure.LOCKED, words(lock), null);
                }
                end(connection);
                Thread.sleep(POLL_MILLIS);
            }
            held = liquibase.listLocks();
        }
    }

    private boolean isDead(LockRow row) throws SQLException {
        boolean alone = soleSession.isLongEnough(row.hasCandidates(connection));
        return row.isDeadFor(connection) || alone;
    }

    /** Keeps no snapshot while it sleeps: an index that is built concurrently waits for the end of all of them. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private static String told(DatabaseChangeLogLock lock) {
        return "the one of " + lock.getLockedBy() + ", which holds the lock since " + granted(lock);
    }

    private static String words(DatabaseChangeLogLock lock) {
        return "the database is locked for a migration by " + lock.getLockedBy() + " since " + granted(lock)
                + "; wait for it, or when that process is dead release the lock with the command unlock";
    }

    private static @Nullable Object granted(DatabaseChangeLogLock lock) {
        return lock.getLockGranted() == null
                ? "an unknown time"
                : lock.getLockGranted().toInstant();
    }
}
