package dev.lockstile.auth.schema.internal.resume;

import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.exception.MigrationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on where a migration ended, on databases whose DDL commits itself: there a process that is killed leaves changes
 * without a row in the history, of the change set that ran then. That is the first one that has not run. Those of its
 * changes that are found made, exactly as it would make them, are not made again; the others are.
 */
public final class InterruptedChangeSet {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedChangeSet.class);

    /** Whose catalogues {@link MadeChanges} reads. */
    private static final Set<String> KNOWN = Set.of("h2", "mariadb", "mysql");

    private final Database database;
    private final ChangeSet changeSet;
    private final List<Change> changes;

    private InterruptedChangeSet(Database database, ChangeSet changeSet) {
        this.database = database;
        this.changeSet = changeSet;
        this.changes = changeSet.getChanges().stream()
                .filter(change -> !(change instanceof DbmsTargetedChange aimed)
                        || DatabaseList.definitionMatches(aimed.getDbms(), database, true))
                .toList();
    }

    /**
     * Finishes the change set in which the last migration ended and enters it as run. Nothing is done where it had not
     * begun, or decides by a precondition itself.
     *
     * @throws SchemaException when it cannot be told how far it came; nothing was run then
     */
    public static void finish(Liquibase liquibase) throws LiquibaseException, SQLException {
        Database database = liquibase.getDatabase();
        if (!KNOWN.contains(database.getShortName())) {
            return;
        }
        List<ChangeSet> waiting = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
        if (!waiting.isEmpty() && waiting.get(0).getPreconditions() == null) {
            new InterruptedChangeSet(database, waiting.get(0)).finish();
        }
    }

    private void finish() throws LiquibaseException, SQLException {
        var strategy = database.getObjectQuotingStrategy();
        database.setObjectQuotingStrategy(changeSet.getObjectQuotingStrategy());
        int begin;
        try {
            begin = made();
            if (begin == 0) {
                return;
            }
            for (Change change : changes.subList(begin, changes.size())) {
                run(change);
            }
        } finally {
            database.setObjectQuotingStrategy(strategy);
        }
        database.markChangeSetExecStatus(changeSet, ChangeSet.ExecType.EXECUTED);
        LOG.warn(
                "{}: {} of its {} changes had been made when the last migration ended; it is entered as run",
                changeSet,
                begin,
                changes.size());
    }

    /** How many of them had been made, by the last one that is found: they are made in order. */
    private int made() throws LiquibaseException, SQLException {
        MadeChanges look = new MadeChanges(database);
        int made = 0;
        for (int i = 0; i < changes.size(); i++) {
            ChangeState state = look.state(changes.get(i));
            if (state == ChangeState.DONE) {
                made = i + 1;
            } else if (state == ChangeState.OPEN) {
                break;
            }
        }
        if (made > 0 && made < changes.size() && look.state(changes.get(made)) == ChangeState.UNCLEAR) {
            throw unclear(changes.get(made - 1), changes.get(made));
        }
        return made;
    }

    private SchemaException unclear(Change last, Change next) {
        return new SchemaException(
                SchemaException.Failure.EXISTS_ALREADY,
                changeSet + " was interrupted after " + words(last) + ", and this database does not tell whether "
                        + words(next) + " has run: take it back by hand as far as it came, and migrate again",
                null);
    }

    private static String words(Change change) {
        return change.getSerializedObjectName();
    }

    private void run(Change change) throws MigrationFailedException {
        try {
            change.finishInitialization();
            database.executeStatements(change, changeSet.getChangeLog(), changeSet.getSqlVisitors());
        } catch (LiquibaseException e) {
            throw new MigrationFailedException(changeSet, e);
        }
    }
}
