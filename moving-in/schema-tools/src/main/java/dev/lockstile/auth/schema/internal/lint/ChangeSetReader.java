package dev.lockstile.auth.schema.internal.lint;

import dev.lockstile.auth.schema.changelog.ChangeSetKey;
import dev.lockstile.auth.schema.changelog.ScannedChangeSet;
import dev.lockstile.auth.schema.internal.lint.LintedChangeSet.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/** Turns change sets into the SQL that they run on one database. Nothing is run, and no class of the host's. */
final class ChangeSetReader {

    private final Database database;
    private final LintDatabase kind;
    private final Map<ChangeSetKey, ScannedChangeSet> scanned = new HashMap<>();

    ChangeSetReader(Database database, LintDatabase kind, List<ScannedChangeSet> scanned) {
        this.database = database;
        this.kind = kind;
        scanned.forEach(changeSet -> this.scanned.put(changeSet.key(), changeSet));
    }

    /** The change sets that run on this database, in their order. */
    List<LintedChangeSet> read(DatabaseChangeLog changelog) {
        List<LintedChangeSet> read = new ArrayList<>();
        for (ChangeSet changeSet : changelog.getChangeSets()) {
            ChangeSetKey key = new ChangeSetKey(changeSet.getFilePath(), changeSet.getId(), changeSet.getAuthor());
            ScannedChangeSet known = scanned.get(key);
            if (known != null && DatabaseList.definitionMatches(changeSet.getDbmsSet(), database, true)) {
                read.add(read(changeSet, known));
            }
        }
        return read;
    }

    private LintedChangeSet read(ChangeSet changeSet, ScannedChangeSet known) {
        List<Change> back = changeSet.getRollback().getChanges();
        Set<String> labels = new LinkedHashSet<>();
        if (changeSet.getLabels() != null) {
            labels.addAll(changeSet.getLabels().getLabels());
        }
        return new LintedChangeSet(
                known,
                statements(changeSet.getChanges(), changeSet),
                statements(back, changeSet),
                way(changeSet, back, known),
                changeSet.isRunInTransaction(),
                labels,
                Objects.requireNonNullElse(changeSet.getComments(), ""));
    }

    private Way way(ChangeSet changeSet, List<Change> back, ScannedChangeSet known) {
        if (back.stream().anyMatch(change -> !(change instanceof EmptyChange))) {
            return Way.BLOCK;
        }
        if (!back.isEmpty() || known.node().child("rollback") != null) {
            return Way.EMPTY_BLOCK;
        }
        return changeSet.getChanges().stream().allMatch(change -> change.supportsRollback(database))
                ? Way.BY_LIQUIBASE
                : Way.NONE;
    }

    private List<Statement> statements(List<Change> changes, ChangeSet changeSet) {
        List<Statement> statements = new ArrayList<>();
        for (Change change : changes) {
            if (!OpaqueChanges.contain(change) && change.supports(database)) {
                for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(change, database)) {
                    statements.addAll(SqlReader.read(modified(sql.toSql(), changeSet), kind));
                }
            }
        }
        return statements;
    }

    private String modified(String sql, ChangeSet changeSet) {
        String text = sql;
        for (SqlVisitor visitor : changeSet.getSqlVisitors()) {
            if (DatabaseList.definitionMatches(visitor.getApplicableDbms(), database, true)) {
                text = visitor.modifySql(text, database);
            }
        }
        return text;
    }
}
