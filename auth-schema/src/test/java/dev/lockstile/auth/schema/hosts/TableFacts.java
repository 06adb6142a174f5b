package dev.lockstile.auth.schema.hosts;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a database as lines of text, Liquibase's own left out. Names of constraints do not count. */
public final class TableFacts {

    private TableFacts() {}

    public static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet found = data.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.toLowerCase(Locale.ROOT).startsWith("databasechangelog")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Each column, key, index and foreign key, a line each. */
    public static Set<String> of(Connection connection) throws SQLException {
        Set<String> facts = new TreeSet<>();
        for (String table : tables(connection)) {
            facts.add("table " + table + " key " + key(connection, table));
            columns(connection, table, facts);
            indexes(connection, table, facts);
            foreignKeys(connection, table, facts);
        }
        return facts;
    }

    private static Map<Integer, String> key(Connection connection, String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet found =
                connection.getMetaData().getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) {
                columns.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private static void columns(Connection connection, String table, Set<String> facts) throws SQLException {
        try (ResultSet found =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (found.next()) {
                facts.add("column " + table + "." + found.getString("COLUMN_NAME") + " " + found.getString("TYPE_NAME")
                        + "(" + found.getInt("COLUMN_SIZE") + ") null " + found.getString("IS_NULLABLE") + " numbered "
                        + found.getString("IS_AUTOINCREMENT"));
            }
        }
    }

    private static void indexes(Connection connection, String table, Set<String> facts) throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        try (ResultSet found = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (found.next()) {
                String kind = found.getBoolean("NON_UNIQUE") ? "index " : "unique ";
                String column = " " + found.getString("COLUMN_NAME");
                indexes.merge(
                        String.valueOf(found.getString("INDEX_NAME")), kind + table + column, (a, b) -> a + column);
            }
        }
        facts.addAll(indexes.values());
    }

    private static void foreignKeys(Connection connection, String table, Set<String> facts) throws SQLException {
        try (ResultSet found =
                connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) {
                facts.add("foreign key " + table + "." + found.getString("FKCOLUMN_NAME") + " to "
                        + found.getString("PKTABLE_NAME") + "." + found.getString("PKCOLUMN_NAME"));
            }
        }
    }
}
