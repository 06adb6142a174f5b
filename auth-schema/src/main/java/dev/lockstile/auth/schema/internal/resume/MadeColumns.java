package dev.lockstile.auth.schema.internal.resume;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.change.AddColumnConfig;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateTableChange;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/** Whether a table or a column is there exactly as a change would make it. */
final class MadeColumns {

    private final Catalogue catalogue;
    private final TwinTable twin;

    MadeColumns(Database database, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.twin = new TwinTable(database, catalogue);
    }

    ChangeState table(CreateTableChange change) throws SQLException {
        Map<String, String> there = catalogue.columns(change.getTableName());
        if (there == null) {
            return ChangeState.OPEN;
        }
        Map<String, String> wanted = twin.of(change.getColumns());
        boolean same = wanted != null
                && List.copyOf(there.entrySet()).equals(List.copyOf(wanted.entrySet()))
                && keysAreThere(change);
        return same ? ChangeState.DONE : ChangeState.UNCLEAR;
    }

    /** The key; and constraints that the columns bring along, which are not looked up, are not taken for made. */
    private boolean keysAreThere(CreateTableChange change) throws SQLException {
        List<String> key = new ArrayList<>();
        for (ColumnConfig column : change.getColumns()) {
            ConstraintsConfig given = column.getConstraints();
            if (given != null && Boolean.TRUE.equals(given.isPrimaryKey())) {
                key.add(catalogue.name(column.getName()));
            }
            if (bringsMore(given) && !isAlone(change.getTableName(), column, given)) {
                return false;
            }
        }
        return key.equals(catalogue.key(change.getTableName()));
    }

    private boolean isAlone(String table, ColumnConfig column, ConstraintsConfig given) throws SQLException {
        List<String> unique = List.of("true", catalogue.name(column.getName()));
        return Boolean.TRUE.equals(given.isUnique())
                && given.getReferences() == null
                && given.getForeignKeyName() == null
                && given.getCheckConstraint() == null
                && catalogue.indexes(table).containsValue(unique);
    }

    private static boolean bringsMore(@Nullable ConstraintsConfig given) {
        return given != null
                && (Boolean.TRUE.equals(given.isUnique())
                        || given.getReferences() != null
                        || given.getForeignKeyName() != null
                        || given.getCheckConstraint() != null);
    }

    ChangeState added(AddColumnChange change) throws SQLException {
        Map<String, String> there = catalogue.columns(change.getTableName());
        List<AddColumnConfig> columns = change.getColumns();
        if (there == null
                || columns.stream().noneMatch(column -> there.containsKey(catalogue.name(column.getName())))) {
            return ChangeState.OPEN;
        }
        boolean plain = columns.stream()
                .allMatch(column -> column.getValueObject() == null && !bringsMore(column.getConstraints()));
        Map<String, String> wanted = plain ? twin.of(columns) : null;
        return wanted != null && there.entrySet().containsAll(wanted.entrySet())
                ? ChangeState.DONE
                : ChangeState.UNCLEAR;
    }
}
