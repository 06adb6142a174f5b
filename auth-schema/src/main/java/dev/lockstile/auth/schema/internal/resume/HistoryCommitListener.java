package dev.lockstile.auth.schema.internal.resume;

import dev.lockstile.auth.schema.internal.lock.LockHolderNote;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/**
 * Holds the commit back from a change set's last change until its row stands in the history. A change that commits by
 * itself, in batches, still does; change sets that run outside a transaction have nothing to hold back.
 */
public final class HistoryCommitListener extends AbstractChangeExecListener {

    private final LockHolderNote note;

    /** @param note what else is to know of each change set */
    public HistoryCommitListener(LockHolderNote note) {
        this.note = note;
    }

    @Override
    public void willRun(
            ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.RunStatus status) {
        note.willRun(changeSet, changeLog, database, status);
    }

    @Override
    public void willRollback(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        note.willRollback(changeSet, changeLog, database);
        hold(changeSet, database);
    }

    @Override
    public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        release(database);
    }

    @Override
    public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        hold(changeSet, database);
    }

    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType type) {
        release(database);
    }

    @Override
    public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database) {
        release(database);
    }

    @Override
    public void runFailed(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception failure) {
        release(database);
    }

    @Override
    public void rollbackFailed(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, Exception failure) {
        release(database);
    }

    private static void hold(ChangeSet changeSet, Database database) {
        if (changeSet.isRunInTransaction() && database.getConnection() instanceof HistoryCommit commit) {
            commit.hold();
        }
    }

    private static void release(Database database) {
        if (database.getConnection() instanceof HistoryCommit commit) {
            commit.release();
        }
    }
}
