package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.changelog.Baseline;
import dev.lockstile.auth.schema.database.DatabaseIdentity;
import dev.lockstile.auth.schema.internal.catalogue.DatabaseShapes;
import dev.lockstile.auth.schema.internal.definition.TableDefinitions;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.step.BaselineStep;
import dev.lockstile.auth.schema.internal.step.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What another application has added since its tables were taken over. */
final class AddedSinceTakeover {

    private final Baseline known;
    private final Map<String, TableShape> tables;
    private final TableDefinitions definitions;

    private AddedSinceTakeover(Baseline known, Map<String, TableShape> tables, TableDefinitions definitions) {
        this.known = known;
        this.tables = tables;
        this.definitions = definitions;
    }

    /** Columns of the tables that were found, and tables that were not there; partitions of a table are none. */
    static List<Step> than(Baseline known, Set<String> ours, Connection connection) throws SQLException {
        Map<String, TableShape> tables =
                new TreeMap<>(DatabaseShapes.read(connection).tables());
        AddedSinceTakeover newer = new AddedSinceTakeover(known, tables, TableDefinitions.on(connection));
        List<Step> steps = newer.columns(OldSchema.dbms(connection));
        if (known.tellsBeside()) {
            Set<String> old = new TreeSet<>(known.beside());
            old.addAll(ours);
            old.addAll(Partitioned.parts(connection));
            steps.addAll(newer.tables(old, DatabaseIdentity.of(connection), OldSchema.dbms(connection)));
        }
        return steps;
    }

    private List<Step> columns(String dbms) throws SQLException {
        List<Step> steps = new ArrayList<>();
        for (TableShape table : tables.values()) {
            if (known.found().contains(table.name())) {
                for (ColumnShape column : table.columns()) {
                    if (!known.all().contains(table.name() + "." + column.name())) {
                        steps.addAll(
                                column(table.name(), column, dbms, definitions.ofColumn(table.name(), column.name())));
                    }
                }
            }
        }
        return steps;
    }

    private static List<Step> column(String table, ColumnShape found, String dbms, List<String> definition) {
        ColumnShape column = CatalogueTypes.neutral(found);
        SqlType value = CatalogueDefaults.of(found);
        List<Step> steps = new ArrayList<>();
        steps.add(new BaselineStep.Column(table, column, value, dbms, definition));
        String zero = CatalogueTypes.zero(found);
        if (!found.nullable() && value == null && !found.identity() && zero != null) {
            steps.add(new Step.SetDefault(table, column.withDefault(zero)));
        }
        return steps;
    }

    /** Those that others refer to come first. */
    private List<Step> tables(Set<String> old, String place, String dbms) throws SQLException {
        Map<String, TableShape> left = new TreeMap<>(tables);
        left.keySet().removeAll(old);
        left.keySet().removeIf(known.found()::contains);
        Set<String> targets = new TreeSet<>(known.found());
        targets.retainAll(tables.keySet());
        List<Step> steps = new ArrayList<>();
        while (!left.isEmpty()) {
            TableShape next = left.values().stream()
                    .filter(table -> table.foreignKeys().stream()
                            .noneMatch(key -> !key.target().equals(table.name()) && left.containsKey(key.target())))
                    .findFirst()
                    .orElseGet(() -> left.values().iterator().next());
            left.remove(next.name());
            targets.add(next.name());
            steps.add(new BaselineStep.Table(
                    FoundTable.plain(next, targets),
                    FoundTable.defaults(next),
                    place,
                    Set.of(),
                    dbms,
                    definitions.of(next.name(), targets)));
        }
        return steps;
    }
}
