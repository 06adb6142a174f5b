package dev.lockstile.auth.schema.internal.lint;

import java.io.File;
import java.util.List;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.OfflineChangeLogHistoryService;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.resource.ResourceAccessor;

/**
 * The history of a database that is none: nothing has run, and nothing is written. Liquibase's own writes a file, and
 * serves every later connection of its kind in the process with the file of the first.
 */
final class NoHistory extends OfflineChangeLogHistoryService {

    /** A name that Liquibase wants to have; tests look that no such file is ever made. */
    static final File FILE = new File("lockstile-lint-history.csv");

    private NoHistory(Database database) {
        super(database, FILE, false, false);
    }

    @Override
    public boolean supports(Database database) {
        return database == getDatabase();
    }

    @Override
    public void init() {}

    @Override
    public List<RanChangeSet> getRanChangeSets() {
        return List.of();
    }

    /** A connection that is none, with this history. */
    static final class Connection extends OfflineConnection {

        Connection(String url, ResourceAccessor files) {
            super(url, files);
        }

        @Override
        protected ChangeLogHistoryService createChangeLogHistoryService(Database database) {
            return new NoHistory(database);
        }
    }
}
