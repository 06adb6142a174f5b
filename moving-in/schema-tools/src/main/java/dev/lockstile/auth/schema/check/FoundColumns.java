package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.changelog.BaselineWords;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import liquibase.change.Change;
import liquibase.change.ChangeWithColumns;
import liquibase.change.ColumnConfig;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.change.core.RawSQLChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.change.core.RenameTableChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.DatabaseList;
import liquibase.database.jvm.JdbcConnection;

/**
 * The columns of another application as a takeover found them, without those that a later change set drops, renames or
 * retypes.
 *
 * @param byTable the words of the types by columns by tables, all in lower case; empty words where the changelog has
 *     none in this database's own spelling
 */
record FoundColumns(Map<String, Map<String, String>> byTable) {

    static FoundColumns of(AuthSchema schema, Connection connection) {
        try {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            return schema.parsed().with(database, log -> of(log, database));
        } catch (Exception e) {
            throw new SchemaException("the changelog cannot be read", e);
        }
    }

    private static FoundColumns of(DatabaseChangeLog log, Database database) {
        FoundColumns found = new FoundColumns(new TreeMap<>());
        for (ChangeSet changeSet : log.getChangeSets()) {
            if (!DatabaseList.definitionMatches(changeSet.getDbmsSet(), database, true)) {
                continue;
            }
            String comment = String.valueOf(changeSet.getComments());
            BaselineWords.table(comment).ifPresent(table -> found.table(table, comment, changeSet.getChanges()));
            BaselineWords.column(comment)
                    .map(name -> name.split("\\.", 2))
                    .ifPresent(name -> found.add(name[0], List.of(name[1]), changeSet.getChanges()));
            if (!comment.contains(BaselineWords.FOUND)) {
                changeSet.getChanges().forEach(found::follow);
            }
        }
        return found;
    }

    private void table(String table, String comment, Collection<Change> changes) {
        add(table, BaselineWords.names(comment, BaselineWords.COLUMNS), changes);
        for (Change change : changes) {
            if (change instanceof ChangeWithColumns<?> wide) {
                add(table, wide.getColumns().stream().map(ColumnConfig::getName).toList(), List.of());
            }
        }
    }

    private void add(String table, List<String> columns, Collection<Change> changes) {
        Map<String, String> types = new TreeMap<>();
        changes.stream()
                .filter(RawSQLChange.class::isInstance)
                .forEach(change -> types.putAll(ColumnTypes.of(((RawSQLChange) change).getSql())));
        Map<String, String> known = byTable.computeIfAbsent(lower(table), name -> new TreeMap<>());
        columns.forEach(column -> known.put(lower(column), types.getOrDefault(lower(column), "")));
    }

    /** A change set of the host decides what it names. */
    private void follow(Change change) {
        if (change instanceof DropTableChange drop) {
            byTable.remove(lower(drop.getTableName()));
        } else if (change instanceof RenameTableChange rename) {
            byTable.remove(lower(rename.getOldTableName()));
        } else if (change instanceof ModifyDataTypeChange retype) {
            forget(retype.getTableName(), retype.getColumnName());
        } else if (change instanceof RenameColumnChange rename) {
            forget(rename.getTableName(), rename.getOldColumnName());
        } else if (change instanceof DropColumnChange drop) {
            if (drop.getColumnName() != null) {
                forget(drop.getTableName(), drop.getColumnName());
            }
            drop.getColumns().forEach(column -> forget(drop.getTableName(), column.getName()));
        } else if (change instanceof RawSQLChange raw) {
            byTable.values()
                    .forEach(columns ->
                            columns.keySet().removeIf(column -> ColumnTypes.isAlteredBy(raw.getSql(), column)));
        }
    }

    private void forget(String table, String column) {
        byTable.getOrDefault(lower(table), new TreeMap<>()).remove(lower(column));
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
