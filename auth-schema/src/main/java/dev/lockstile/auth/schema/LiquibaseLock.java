package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.internal.lock.LockHolderNote;
import dev.lockstile.auth.schema.internal.lock.LockRow;
import dev.lockstile.auth.schema.internal.resume.HistoryCommitListener;
import dev.lockstile.auth.schema.internal.resume.InterruptedChangeSet;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lock of Liquibase before Liquibase does, and notes the session in it at once: a process that is killed
 * afterwards is known by it. Where no change set waits to run, no lock is taken, as Liquibase does.
 */
final class LiquibaseLock implements AutoCloseable {

    private final LockService service;
    private final Connection connection;

    /** Who ended in the middle of a migration, as long as that is not settled. */
    private @Nullable String interrupted;

    private LiquibaseLock(LockService service, Connection connection, @Nullable String interrupted) {
        this.service = service;
        this.connection = connection;
        this.interrupted = interrupted;
    }

    static LiquibaseLock take(Liquibase liquibase, Connection connection, boolean onlyIfPending)
            throws LiquibaseException, SQLException {
        LockService service = LockServiceFactory.getInstance().getLockService(liquibase.getDatabase());
        LockHolderNote note = new LockHolderNote(connection);
        liquibase.setChangeExecListener(new HistoryCommitListener(note));
        boolean pending = !onlyIfPending
                || !liquibase
                        .listUnrunChangeSets(new Contexts(), new LabelExpression())
                        .isEmpty();
        LiquibaseLock held = new LiquibaseLock(service, connection, pending ? LockRow.leftBy(connection) : null);
        if (pending) {
            service.waitForLock();
            try {
                note.mark();
            } catch (SQLException e) {
                held.close();
                throw e;
            }
            // what was read before the lock may be out of date
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .getChangeLogService(liquibase.getDatabase())
                    .reset();
        }
        return held;
    }

    /** Ends what a migration before this one left half done. */
    void resume(Liquibase liquibase) throws LiquibaseException, SQLException {
        if (interrupted != null) {
            InterruptedChangeSet.finish(liquibase);
            interrupted = null;
        }
    }

    /** Liquibase has released it at the end of its own work; what ended before that work leaves it held. */
    @Override
    public void close() throws LiquibaseException, SQLException {
        if (service.hasChangeLogLock()) {
            service.releaseLock();
        }
        if (interrupted != null) {
            LockRow.leave(connection, interrupted);
        }
    }
}
