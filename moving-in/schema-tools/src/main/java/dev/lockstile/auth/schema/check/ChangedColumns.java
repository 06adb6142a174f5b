package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.schema.internal.definition.TableDefinitions;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of another application that it has dropped or retyped since a takeover. A column that an attribute is
 * mapped to and that is gone is told as HM-02.
 */
final class ChangedColumns {

    private static final String FOLLOW =
            "put it back as it was; where it is meant, follow it by a change set with a precondition that leaves this"
                    + " database alone";

    private final Connection connection;
    private final Map<String, Set<String>> mapped;
    private final List<Finding> findings = new ArrayList<>();

    private ChangedColumns(Connection connection, Map<String, Set<String>> mapped) {
        this.connection = connection;
        this.mapped = mapped;
    }

    static List<Finding> of(AuthSchema schema, Connection connection, Shape there, EntityModel entities)
            throws SQLException {
        Map<String, Map<String, String>> found =
                FoundColumns.of(schema, connection).byTable();
        if (found.isEmpty()) {
            return List.of();
        }
        ChangedColumns changed = new ChangedColumns(connection, mapped(entities));
        for (TableShape table : there.tables().values()) {
            Map<String, String> types = found.get(FoundColumns.lower(table.name()));
            if (types != null) {
                changed.table(table, types);
            }
        }
        return changed.findings;
    }

    private static Map<String, Set<String>> mapped(EntityModel entities) {
        Map<String, Set<String>> mapped = new HashMap<>();
        entities.mapped()
                .shape()
                .tables()
                .values()
                .forEach(table -> mapped.put(
                        FoundColumns.lower(table.name()),
                        table.columns().stream()
                                .map(ColumnShape::name)
                                .map(FoundColumns::lower)
                                .collect(Collectors.toSet())));
        return mapped;
    }

    private void table(TableShape table, Map<String, String> found) throws SQLException {
        Set<String> attributes = mapped.getOrDefault(FoundColumns.lower(table.name()), Set.of());
        Set<String> names = table.columns().stream()
                .map(column -> FoundColumns.lower(column.name()))
                .collect(Collectors.toSet());
        Map<String, String> types = new HashMap<>();
        TableDefinitions.on(connection)
                .of(table.name(), Set.of())
                .forEach(statement -> types.putAll(ColumnTypes.of(statement)));
        found.forEach((column, before) -> {
            String where = table.name() + "." + column;
            String now = types.getOrDefault(column, "");
            boolean isMapped = attributes.contains(column);
            if (!names.contains(column)) {
                if (!isMapped) {
                    add("HM-16", where, "a column that the takeover found is gone: an empty database has it", FOLLOW);
                }
            } else if (!before.isEmpty() && !now.isEmpty() && !before.equals(now)) {
                boolean isError = isMapped && !ColumnTypes.isWider(now, before);
                add(
                        isError ? "HM-17" : "HM-16",
                        where,
                        "the takeover found " + before + " and now it is " + now
                                + (isError ? ": an attribute is mapped to it" : ""),
                        FOLLOW);
            }
        });
    }

    private void add(String id, String where, String what, String fix) {
        findings.add(new Finding(id, where, what, fix));
    }
}
