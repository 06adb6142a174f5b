package dev.lockstile.auth.schema.internal.resume;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.structure.core.Column;
import org.jspecify.annotations.Nullable;

/** What H2, MariaDB and MySQL tell of their tables, by the names that a change set has for them. */
final class Catalogue {

    /** A reference without a rule for deletions. */
    static final String NO_ACTION = "NO ACTION";

    private static final String H2_COLUMNS = "select column_name, concat_ws('|', data_type, character_maximum_length,"
            + " numeric_precision, numeric_scale, datetime_precision, is_nullable, is_identity, column_default)"
            + " from information_schema.columns where table_schema = current_schema and table_name = ?"
            + " order by ordinal_position";
    private static final String UNIQUE = "select k.column_name from information_schema.table_constraints c join"
            + " information_schema.key_column_usage k on k.constraint_schema = c.constraint_schema and"
            + " k.constraint_name = c.constraint_name and k.table_name = c.table_name where c.constraint_schema = ? and"
            + " c.table_name = ? and c.constraint_name = ? and c.constraint_type = 'UNIQUE' order by k.ordinal_position";
    private static final String H2_SEQUENCE = "select start_value, increment from information_schema.sequences"
            + " where sequence_schema = current_schema and sequence_name = ?";
    private static final String MARIADB_SEQUENCE =
            "select 1 from information_schema.tables where table_schema = database() and table_name = ? and"
                    + " table_type = 'SEQUENCE'";

    private final Database database;
    private final Connection connection;
    private final boolean isH2;

    Catalogue(Database database) {
        this.database = database;
        this.connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        this.isH2 = database.getShortName().equals("h2");
    }

    /** As the database spells it. */
    String name(String written) {
        return database.correctObjectName(written, Column.class);
    }

    /** Of a list with commas. */
    List<String> names(String written) {
        return Arrays.stream(written.split(","))
                .map(String::strip)
                .map(this::name)
                .toList();
    }

    /**
     * The columns in their order, each with its type, whether it may be null, and its default; null without the table.
     */
    @Nullable
    Map<String, String> columns(String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        if (!isH2 && !isTable(table)) {
            return null;
        }
        String sql = isH2 ? H2_COLUMNS : "show columns from " + database.escapeTableName(null, null, table);
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            if (isH2) {
                read.setString(1, name(table));
            }
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    columns.put(found.getString(1), isH2 ? found.getString(2) : shown(found));
                }
            }
        }
        return columns.isEmpty() ? null : columns;
    }

    /** Type, nullability, default and what the database fills; whether it is a key is told elsewhere. */
    private static String shown(ResultSet row) throws SQLException {
        return row.getString("Type") + "|" + row.getString("Null") + "|" + row.getString("Default") + "|"
                + row.getString("Extra");
    }

    /** A temporary table is found by its columns, not here. */
    private boolean isTable(String table) throws SQLException {
        if (table.startsWith(TwinTable.NAME)) {
            return true;
        }
        try (ResultSet found = meta().getTables(connection.getCatalog(), connection.getSchema(), name(table), null)) {
            return found.next();
        }
    }

    /** The columns of its primary key. */
    List<String> key(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet found = meta().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name(table))) {
            while (found.next()) {
                columns.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    /** The columns of a unique constraint; null without it. */
    @Nullable
    List<String> unique(String table, String constraint) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(UNIQUE)) {
            read.setString(1, isH2 ? connection.getSchema() : connection.getCatalog());
            read.setString(2, name(table));
            read.setString(3, name(constraint));
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
        }
        return columns.isEmpty() ? null : columns;
    }

    /** Whether it is unique, then its columns; null without it. */
    @Nullable
    List<String> index(String table, String index) throws SQLException {
        return indexes(table).get(name(index));
    }

    /** Whether each is unique, then its columns, by its name. */
    Map<String, List<String>> indexes(String table) throws SQLException {
        Map<String, List<String>> indexes = new TreeMap<>();
        try (ResultSet found =
                meta().getIndexInfo(connection.getCatalog(), connection.getSchema(), name(table), false, true)) {
            while (found.next()) {
                String unique = String.valueOf(!found.getBoolean("NON_UNIQUE"));
                indexes.computeIfAbsent(
                                String.valueOf(found.getString("INDEX_NAME")), name -> new ArrayList<>(List.of(unique)))
                        .add(String.valueOf(found.getString("COLUMN_NAME")));
            }
        }
        return indexes;
    }

    /** The table, the rule for deletions, the columns and those they refer to; null without that reference. */
    @Nullable
    List<String> reference(String table, String constraint) throws SQLException {
        List<String> head = new ArrayList<>();
        List<String> own = new ArrayList<>();
        List<String> other = new ArrayList<>();
        try (ResultSet found = meta().getImportedKeys(connection.getCatalog(), connection.getSchema(), name(table))) {
            while (found.next()) {
                if (name(constraint).equals(found.getString("FK_NAME"))) {
                    head = List.of(found.getString("PKTABLE_NAME"), rule(found.getInt("DELETE_RULE")));
                    own.add(found.getString("FKCOLUMN_NAME"));
                    other.add(found.getString("PKCOLUMN_NAME"));
                }
            }
        }
        if (head.isEmpty()) {
            return null;
        }
        List<String> all = new ArrayList<>(head);
        all.addAll(own);
        all.addAll(other);
        return all;
    }

    private static String rule(int number) {
        return switch (number) {
            case DatabaseMetaData.importedKeyCascade -> "CASCADE";
            case DatabaseMetaData.importedKeySetNull -> "SET NULL";
            case DatabaseMetaData.importedKeySetDefault -> "SET DEFAULT";
            default -> NO_ACTION;
        };
    }

    /** Where it starts and how it grows; null without it. */
    @Nullable
    List<String> sequence(String sequence) throws SQLException {
        List<String> found = row(isH2 ? H2_SEQUENCE : MARIADB_SEQUENCE, name(sequence));
        return found == null || isH2
                ? found
                : row("select start_value, increment from " + database.escapeSequenceName(null, null, sequence), null);
    }

    private @Nullable List<String> row(String sql, @Nullable String name) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            if (name != null) {
                read.setString(1, name);
            }
            try (ResultSet found = read.executeQuery()) {
                if (!found.next()) {
                    return null;
                }
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                return row;
            }
        }
    }

    private DatabaseMetaData meta() throws SQLException {
        return connection.getMetaData();
    }
}
