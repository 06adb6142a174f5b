package dev.lockstile.auth.schema.internal.resume;

import dev.lockstile.auth.schema.change.FillInBatches;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.AddDefaultValueChange;
import liquibase.change.core.AddForeignKeyConstraintChange;
import liquibase.change.core.AddNotNullConstraintChange;
import liquibase.change.core.AddUniqueConstraintChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.change.core.CreateSequenceChange;
import liquibase.change.core.CreateTableChange;
import liquibase.change.core.DropColumnChange;
import liquibase.change.core.DropDefaultValueChange;
import liquibase.change.core.DropNotNullConstraintChange;
import liquibase.change.core.DropTableChange;
import liquibase.change.core.ModifyDataTypeChange;
import liquibase.change.core.RenameColumnChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Tells of each change whether the database has it already, exactly as the change would make it. */
final class MadeChanges {

    private final Catalogue catalogue;
    private final MadeColumns columns;

    MadeChanges(Database database) {
        this.catalogue = new Catalogue(database);
        this.columns = new MadeColumns(database, catalogue);
    }

    ChangeState state(Change change) throws SQLException, DatabaseException {
        if (change instanceof CreateTableChange made) {
            return columns.table(made);
        }
        if (change instanceof AddColumnChange added) {
            return columns.added(added);
        }
        if (change instanceof CreateSequenceChange sequence) {
            return sequence(sequence);
        }
        if (change instanceof DropTableChange
                || change instanceof DropColumnChange
                || change instanceof RenameColumnChange) {
            return gone(change);
        }
        return isRepeatable(change) ? ChangeState.REPEATABLE : constraint(change);
    }

    private ChangeState constraint(Change change) throws SQLException {
        if (change instanceof AddUniqueConstraintChange unique && unique.getConstraintName() != null) {
            return same(
                    catalogue.unique(unique.getTableName(), unique.getConstraintName()),
                    catalogue.names(unique.getColumnNames()));
        }
        if (change instanceof CreateIndexChange index && index.getIndexName() != null && isPlain(index)) {
            Stream<String> wanted =
                    index.getColumns().stream().map(ColumnConfig::getName).map(catalogue::name);
            return same(
                    catalogue.index(index.getTableName(), index.getIndexName()),
                    Stream.concat(Stream.of(String.valueOf(Boolean.TRUE.equals(index.isUnique()))), wanted)
                            .toList());
        }
        return change instanceof AddForeignKeyConstraintChange key
                ? same(catalogue.reference(key.getBaseTableName(), key.getConstraintName()), reference(key))
                : ChangeState.UNCLEAR;
    }

    private List<String> reference(AddForeignKeyConstraintChange key) {
        String rule = Objects.requireNonNullElse(key.getOnDelete(), Catalogue.NO_ACTION);
        return Stream.concat(
                        Stream.of(
                                catalogue.name(key.getReferencedTableName()),
                                rule.equalsIgnoreCase("RESTRICT")
                                        ? Catalogue.NO_ACTION
                                        : rule.toUpperCase(Locale.ROOT)),
                        Stream.concat(
                                catalogue.names(key.getBaseColumnNames()).stream(),
                                catalogue.names(key.getReferencedColumnNames()).stream()))
                .toList();
    }

    private static ChangeState same(@Nullable List<String> there, List<String> wanted) {
        return there == null ? ChangeState.OPEN : there.equals(wanted) ? ChangeState.DONE : ChangeState.UNCLEAR;
    }

    private static boolean isPlain(CreateIndexChange index) {
        return index.getColumns().stream()
                .map(AddColumnConfig.class::cast)
                .noneMatch(column -> Boolean.TRUE.equals(column.getComputed())
                        || Boolean.TRUE.equals(column.getDescending())
                        || column.getName().contains("("));
    }

    private ChangeState sequence(CreateSequenceChange change) throws SQLException {
        List<String> there = catalogue.sequence(change.getSequenceName());
        if (there == null) {
            return ChangeState.OPEN;
        }
        return there.equals(List.of(number(change.getStartValue()), number(change.getIncrementBy())))
                ? ChangeState.DONE
                : ChangeState.UNCLEAR;
    }

    private static String number(@Nullable BigInteger value) {
        return value == null ? "1" : value.toString();
    }

    private ChangeState gone(Change change) throws SQLException {
        if (change instanceof DropTableChange drop) {
            return catalogue.columns(drop.getTableName()) == null ? ChangeState.DONE : ChangeState.OPEN;
        }
        if (change instanceof RenameColumnChange rename) {
            Map<String, String> there = catalogue.columns(rename.getTableName());
            return there != null
                            && !there.containsKey(catalogue.name(rename.getOldColumnName()))
                            && there.containsKey(catalogue.name(rename.getNewColumnName()))
                    ? ChangeState.DONE
                    : ChangeState.OPEN;
        }
        DropColumnChange drop = (DropColumnChange) change;
        Map<String, String> there = catalogue.columns(drop.getTableName());
        return there != null && drop.getColumnName() != null && !there.containsKey(catalogue.name(drop.getColumnName()))
                ? ChangeState.DONE
                : ChangeState.OPEN;
    }

    private static boolean isRepeatable(Change change) {
        return change instanceof AddNotNullConstraintChange
                || change instanceof DropNotNullConstraintChange
                || change instanceof AddDefaultValueChange
                || change instanceof DropDefaultValueChange
                || change instanceof ModifyDataTypeChange
                || change instanceof CustomChangeWrapper own && own.getCustomChange() instanceof FillInBatches;
    }
}
