package dev.lockstile.auth.schema.internal.catalogue;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.ForeignKeyShape;
import dev.lockstile.auth.schema.internal.shape.IndexShape;
import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.sql.TypeNames;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a database from its own catalogue: H2, PostgreSQL, MariaDB. */
public final class DatabaseShapes {

    /** The tables in which Liquibase keeps its history. */
    private static final Set<String> NOT_OURS = Set.of("databasechangelog", "databasechangeloglock");

    private final Connection connection;
    private final DatabaseMetaData data;

    private DatabaseShapes(Connection connection) throws SQLException {
        this.connection = connection;
        this.data = connection.getMetaData();
    }

    /** The tables and sequences of the connection's current schema, without the history tables of Liquibase. */
    public static Shape read(Connection connection) throws SQLException {
        return new DatabaseShapes(connection).read();
    }

    private Shape read() throws SQLException {
        Map<String, String> realNames = new TreeMap<>();
        String[] kinds = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};
        try (ResultSet found = data.getTables(connection.getCatalog(), connection.getSchema(), "%", kinds)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                realNames.put(stored(name), name);
            }
        }
        TreeMap<String, TableShape> tables = new TreeMap<>();
        for (Map.Entry<String, String> name : realNames.entrySet()) {
            if (!NOT_OURS.contains(lower(name.getKey()))) {
                tables.put(name.getKey(), table(name.getValue()));
            }
        }
        return new Shape(tables, Sequences.read(connection));
    }

    private TableShape table(String name) throws SQLException {
        List<String> key = key(name);
        List<ColumnShape> columns = new ArrayList<>();
        try (ResultSet found = data.getColumns(connection.getCatalog(), connection.getSchema(), escaped(name), "%")) {
            while (found.next()) {
                columns.add(column(found));
            }
        }
        List<ForeignKeyShape> foreignKeys = foreignKeys(name);
        return new TableShape(stored(name), columns, key, indexes(name, key), foreignKeys);
    }

    private ColumnShape column(ResultSet found) throws SQLException {
        String defaultValue = found.getString("COLUMN_DEF");
        boolean numbered = "YES".equals(found.getString("IS_AUTOINCREMENT"))
                || defaultValue != null
                        && (defaultValue.startsWith("nextval('") || defaultValue.startsWith("NEXT VALUE FOR "));
        return new ColumnShape(
                stored(found.getString("COLUMN_NAME")),
                SqlType.same(TypeNames.of(found)),
                found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                numbered,
                numbered ? null : isGenerated(found) ? ColumnShape.GENERATED + generation(defaultValue) : defaultValue);
    }

    private static boolean isGenerated(ResultSet found) throws SQLException {
        return "YES".equals(found.getString("IS_GENERATEDCOLUMN"));
    }

    /** Empty where the driver does not tell it. */
    private static String generation(@Nullable String expression) {
        return expression == null ? "" : "(" + expression + ")";
    }

    private List<String> key(String table) throws SQLException {
        try (ResultSet found = data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            return List.copyOf(grouped(found, r -> "", "KEY_SEQ")
                    .getOrDefault("", Map.of())
                    .values());
        }
    }

    /**
     * The index of the primary key is left out. Indexes on expressions have no columns to compare and are left out too.
     */
    private List<IndexShape> indexes(String table, List<String> key) throws SQLException {
        Map<String, Boolean> unique = new TreeMap<>();
        Map<String, Map<Integer, String>> columns;
        try (ResultSet found = data.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            columns = grouped(
                    found,
                    row -> {
                        String name = row.getString("INDEX_NAME");
                        if (name != null) {
                            unique.put(name, !row.getBoolean("NON_UNIQUE"));
                        }
                        return name;
                    },
                    "ORDINAL_POSITION");
        }
        List<IndexShape> all = new ArrayList<>();
        for (Map.Entry<String, Map<Integer, String>> index : columns.entrySet()) {
            List<String> names = List.copyOf(index.getValue().values());
            boolean isUnique = unique.getOrDefault(index.getKey(), false);
            if (!(isUnique && names.equals(key)) && names.stream().noneMatch(n -> n.contains("("))) {
                all.add(new IndexShape(stored(index.getKey()), names, isUnique));
            }
        }
        return all;
    }

    private List<ForeignKeyShape> foreignKeys(String table) throws SQLException {
        Map<String, String> targets = new TreeMap<>();
        Map<String, Map<Integer, String>> columns = new TreeMap<>();
        Map<String, Map<Integer, String>> targetColumns = new TreeMap<>();
        try (ResultSet found = data.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) {
                String name = stored(found.getString("FK_NAME"));
                int position = found.getInt("KEY_SEQ");
                targets.put(name, stored(found.getString("PKTABLE_NAME")));
                columns.computeIfAbsent(name, n -> new TreeMap<>())
                        .put(position, stored(found.getString("FKCOLUMN_NAME")));
                targetColumns
                        .computeIfAbsent(name, n -> new TreeMap<>())
                        .put(position, stored(found.getString("PKCOLUMN_NAME")));
            }
        }
        List<ForeignKeyShape> all = new ArrayList<>();
        targets.forEach((name, target) -> all.add(new ForeignKeyShape(
                name,
                List.copyOf(columns.getOrDefault(name, Map.of()).values()),
                target,
                List.copyOf(targetColumns.getOrDefault(name, Map.of()).values()))));
        return all;
    }

    private Map<String, Map<Integer, String>> grouped(ResultSet found, Grouping grouping, String position)
            throws SQLException {
        Map<String, Map<Integer, String>> groups = new TreeMap<>();
        while (found.next()) {
            String group = grouping.of(found);
            String column = found.getString("COLUMN_NAME");
            if (group != null && column != null) {
                groups.computeIfAbsent(group, g -> new TreeMap<>()).put(found.getInt(position), stored(column));
            }
        }
        return groups;
    }

    private String escaped(String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return name.replace("_", escape + "_").replace("%", escape + "%");
    }

    private String stored(String name) throws SQLException {
        return Identifiers.stored(name, data);
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface Grouping {
        @Nullable
        String of(ResultSet row) throws SQLException;
    }
}
