package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.internal.lock.LockHolderNote;
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

/**
 * The lock of Liquibase, taken before Liquibase takes it by itself, so that the session is noted in it right away: whoever is
 * killed afterwards is known by it. Where nothing waits to run nothing is taken, as Liquibase does.
 */
record HeldLock(LockService service) implements AutoCloseable {

    static HeldLock take(Liquibase liquibase, Connection connection, boolean onlyIfPending)
            throws LiquibaseException, SQLException {
        LockService service = LockServiceFactory.getInstance().getLockService(liquibase.getDatabase());
        LockHolderNote note = new LockHolderNote(connection);
        liquibase.setChangeExecListener(note);
        boolean pending = !onlyIfPending
                || !liquibase
                        .listUnrunChangeSets(new Contexts(), new LabelExpression())
                        .isEmpty();
        HeldLock held = new HeldLock(service);
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

    /** Liquibase has released it at the end of its own work; what ended before that work leaves it held. */
    @Override
    public void close() throws LiquibaseException {
        if (service.hasChangeLogLock()) {
            service.releaseLock();
        }
    }
}
