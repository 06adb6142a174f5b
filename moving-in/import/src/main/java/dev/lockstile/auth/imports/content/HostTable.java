package dev.lockstile.auth.imports.content;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table of the host as its database describes it, and the statements that fill, empty and compare it. */
final class HostTable {

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)?";

    private final String name;
    private final String product;
    private final String quote;
    private final Map<String, HostColumn> columns;
    private final Set<String> withoutDefault;
    private final List<String> primaryKey;
    private final List<Set<String>> unique;

    private HostTable(String name, String product, String quote, Found found) {
        this.name = name;
        this.product = product;
        this.quote = quote;
        this.columns = found.columns();
        this.withoutDefault = found.withoutDefault();
        this.primaryKey = found.primaryKey();
        this.unique = found.unique();
    }

    private record Found(
            Map<String, HostColumn> columns,
            Set<String> withoutDefault,
            List<String> primaryKey,
            List<Set<String>> unique) {}

    /** @throws IllegalArgumentException when there is no such table */
    static HostTable of(Connection connection, String name) throws SQLException {
        requireName(name);
        DatabaseMetaData data = connection.getMetaData();
        try (PreparedStatement statement = connection.prepareStatement("select * from " + name + " where 1 = 0");
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData shape = rows.getMetaData();
            String schema = shape.getSchemaName(1);
            String catalog = shape.getCatalogName(1);
            Place place = new Place(
                    catalog.isEmpty() ? connection.getCatalog() : catalog,
                    schema.isEmpty() ? connection.getSchema() : schema,
                    shape.getTableName(1));
            return new HostTable(
                    name,
                    data.getDatabaseProductName(),
                    data.getIdentifierQuoteString().strip(),
                    found(data, place));
        }
    }

    private record Place(String catalog, String schema, String table) {

        boolean isOf(ResultSet column) throws SQLException {
            String found = column.getString("TABLE_SCHEM");
            return table.equalsIgnoreCase(column.getString("TABLE_NAME"))
                    && (found == null || found.equalsIgnoreCase(schema));
        }
    }

    private static Found found(DatabaseMetaData data, Place place) throws SQLException {
        Map<String, HostColumn> columns = new LinkedHashMap<>();
        Set<String> withoutDefault = new LinkedHashSet<>();
        try (ResultSet all = data.getColumns(place.catalog(), place.schema(), place.table(), "%")) {
            while (all.next()) {
                if (!place.isOf(all)) {
                    continue; // an underscore in the pattern stands for any letter
                }
                boolean required = all.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
                String column = all.getString("COLUMN_NAME");
                boolean filled = all.getString("COLUMN_DEF") != null
                        || "YES".equals(all.getString("IS_AUTOINCREMENT"))
                        || "YES".equals(all.getString("IS_GENERATEDCOLUMN"));
                columns.put(
                        HostColumn.lower(column),
                        new HostColumn(
                                column,
                                all.getInt("DATA_TYPE"),
                                HostColumn.lower(all.getString("TYPE_NAME")),
                                all.getInt("COLUMN_SIZE"),
                                all.getInt("DECIMAL_DIGITS"),
                                required));
                if (required && !filled) {
                    withoutDefault.add(HostColumn.lower(column));
                }
            }
        }
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet all = data.getPrimaryKeys(place.catalog(), place.schema(), place.table())) {
            while (all.next()) {
                key.put(all.getInt("KEY_SEQ"), HostColumn.lower(all.getString("COLUMN_NAME")));
            }
        }
        return new Found(columns, withoutDefault, List.copyOf(key.values()), unique(data, place));
    }

    /** Returns the columns of each unique index that covers all rows. */
    private static List<Set<String>> unique(DatabaseMetaData data, Place place) throws SQLException {
        Map<String, Set<String>> indexes = new TreeMap<>();
        Set<String> partial = new HashSet<>();
        try (ResultSet all = data.getIndexInfo(place.catalog(), place.schema(), place.table(), true, true)) {
            while (all.next()) {
                String index = all.getString("INDEX_NAME");
                String column = all.getString("COLUMN_NAME");
                if (index != null && column != null) {
                    indexes.computeIfAbsent(index, any -> new HashSet<>()).add(HostColumn.lower(column));
                    if (all.getString("FILTER_CONDITION") != null) {
                        partial.add(index);
                    }
                }
            }
        }
        indexes.keySet().removeAll(partial);
        return List.copyOf(indexes.values());
    }

    static String requireName(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not the name of a table or sequence: " + name);
        }
        return name;
    }

    /** @throws IllegalArgumentException when the table has no such column */
    HostColumn column(String wanted) {
        HostColumn column = columns.get(wanted.toLowerCase(Locale.ROOT));
        if (column == null) {
            throw new IllegalArgumentException("the table " + name + " has no column " + wanted);
        }
        return column;
    }

    List<String> primaryKey() {
        return primaryKey;
    }

    /** Returns true when no two rows have the same values in these columns. */
    boolean isUnique(List<String> wanted) {
        Set<String> names = wanted.stream().map(HostColumn::lower).collect(Collectors.toSet());
        return (!primaryKey.isEmpty() && names.containsAll(primaryKey))
                || unique.stream().anyMatch(names::containsAll);
    }

    /** Returns the columns that need a value, have no default and are not among these. */
    List<String> lacking(Set<String> filled) {
        return withoutDefault.stream()
                .filter(column -> !filled.contains(column))
                .toList();
    }

    String insert(List<HostColumn> filled) {
        return "insert into " + name + " ("
                + filled.stream().map(this::quoted).collect(Collectors.joining(", ")) + ") values ("
                + filled.stream().map(column -> column.mark(product)).collect(Collectors.joining(", ")) + ")";
    }

    String delete(List<HostColumn> key) {
        return "delete from " + name + " where "
                + key.stream()
                        .map(column -> quoted(column) + " = " + column.mark(product))
                        .collect(Collectors.joining(" and "));
    }

    /**
     * Returns a query that compares each of these columns of a row with a bound value; the values of the key are bound
     * last.
     */
    String compare(List<HostColumn> compared, List<HostColumn> key) {
        return "select " + compared.stream().map(this::isSame).collect(Collectors.joining(", ")) + " from " + name
                + " where "
                + key.stream()
                        .map(column -> quoted(column) + " = " + column.mark(product))
                        .collect(Collectors.joining(" and "));
    }

    private String isSame(HostColumn column) {
        boolean documents = column.isJson() && product.equals("PostgreSQL");
        String stored = documents ? "cast(" + quoted(column) + " as jsonb)" : quoted(column);
        String expected = documents ? "cast(? as jsonb)" : column.mark(product);
        String same = product.equals("MariaDB") || product.equals("MySQL") ? " <=> " : " is not distinct from ";
        return "case when " + stored + same + (column.type() == Types.REAL ? "cast(? as real)" : expected)
                + " then 1 else 0 end";
    }

    /** Returns a query for the next value of a sequence. */
    String next(String sequence) {
        return product.equals("PostgreSQL")
                ? "select nextval('" + requireName(sequence) + "')"
                : "select next value for " + requireName(sequence);
    }

    private String quoted(HostColumn column) {
        return quote + column.name().replace(quote, quote + quote) + quote;
    }
}
