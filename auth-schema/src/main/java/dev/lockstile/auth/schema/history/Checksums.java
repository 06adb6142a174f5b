package dev.lockstile.auth.schema.history;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ParsedChangelog;
import dev.lockstile.auth.schema.internal.history.RanRow;
import dev.lockstile.auth.schema.report.Finding;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;

/** Compares the stored checksums with those of the changelog, each in the version in which it was stored. */
final class Checksums {

    private static final String FIX = "put back what it was (a class keeps its old name there: write"
            + " @FormerlyKnownAs(\"the old name\") on the new one);\nwhat should be different goes into a new change set";

    private Checksums() {}

    /** The change sets that were edited after they ran. The changelog must parse. */
    static List<Finding> edited(ParsedChangelog changelog, Connection connection, List<RanRow> rows) throws Exception {
        Map<ChangeSetKey, String> stored = new HashMap<>();
        for (RanRow row : rows) {
            if (row.checksum() != null) {
                stored.put(row.key(), row.checksum());
            }
        }
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return changelog.with(database, log -> compare(log, stored, new DbmsChangeSetFilter(database)));
    }

    private static List<Finding> compare(
            DatabaseChangeLog log, Map<ChangeSetKey, String> stored, DbmsChangeSetFilter filter) {
        List<Finding> findings = new ArrayList<>();
        for (ChangeSet changeSet : log.getChangeSets()) {
            ChangeSetKey key = new ChangeSetKey(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
            String checksum = stored.get(key);
            boolean mayChange = changeSet.isRunOnChange() || changeSet.isAlwaysRun();
            filter.accepts(changeSet); // takes out each modifySql for other databases: Liquibase stores the sum without
            if (checksum != null && !mayChange && !changeSet.isCheckSumValid(CheckSum.parse(checksum))) {
                String what = "was edited after it ran: its checksum was " + checksum;
                findings.add(new Finding("HG-13", key.toString(), what, FIX));
            }
        }
        return findings;
    }
}
