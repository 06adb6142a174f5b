package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.report.SchemaFailure;
import java.time.Duration;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.DatabaseChangeLogLock;

/** Waits while the lock table of Liquibase says that somebody migrates, and tells who when the patience ends. */
final class LockQueue {

    private static final long POLL_MILLIS = 500;

    private LockQueue() {}

    /** Returns when nobody holds the lock. Liquibase takes it by itself afterwards; a race there is its own to settle. */
    static void await(Liquibase liquibase, Duration patience) throws LiquibaseException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        DatabaseChangeLogLock[] held = liquibase.listLocks();
        while (held.length > 0) {
            if (System.nanoTime() >= deadline) {
                throw new SchemaException(SchemaFailure.LOCKED, words(held[0]), null);
            }
            Thread.sleep(POLL_MILLIS);
            held = liquibase.listLocks();
        }
    }

    private static String words(DatabaseChangeLogLock lock) {
        return "the database is locked for a migration by " + lock.getLockedBy() + " since "
                + lock.getLockGranted().toInstant()
                + "; wait for it, or when that process is dead release the lock with the command unlock";
    }
}
