package dev.lockstile.auth.spring.test;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The tables of a database, brought back to the rows that they held when an application had just started: later rows
 * are removed. The history of migrations, and other tables with rows and no key, stay as they are.
 */
final class EmptyTables {

    private final DataSource database;
    private final List<Table> tables;

    private EmptyTables(DataSource database, List<Table> tables) {
        this.database = database;
        this.tables = List.copyOf(tables);
    }

    /** The tables with the rows of now. */
    static EmptyTables of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            List<Table> tables = new ArrayList<>();
            for (String name : names(connection)) {
                Table table = Table.of(connection, name);
                if (table.isEmpty() || !table.key().isEmpty()) {
                    tables.add(table);
                }
            }
            return new EmptyTables(database, tables);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read", e);
        }
    }

    /** Removes all later rows; a table that others refer to comes after them. */
    void empty() {
        List<Table> left = tables;
        while (!left.isEmpty()) {
            List<Table> refused =
                    left.stream().filter(table -> !isEmptied(table)).toList();
            if (refused.size() == left.size()) {
                throw new IllegalStateException("these tables cannot be emptied: "
                        + refused.stream().map(Table::name).toList());
            }
            left = refused;
        }
    }

    private boolean isEmptied(Table table) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            table.removeLaterRows(connection);
            return true;
        } catch (SQLException e) {
            return false; // another table refers to it
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /**
     * One table.
     *
     * @param name quoted
     * @param key the quoted columns of the primary key, in their order
     * @param first the keys of the rows that it held at first, or the rows themselves where there is no key
     */
    private record Table(String name, List<String> key, Set<List<Object>> first) {

        static Table of(Connection connection, String name) throws SQLException {
            DatabaseMetaData about = connection.getMetaData();
            String quote = about.getIdentifierQuoteString();
            TreeMap<Short, String> columns = new TreeMap<>();
            try (ResultSet keys = about.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
                while (keys.next()) {
                    columns.put(keys.getShort("KEY_SEQ"), quote + keys.getString("COLUMN_NAME") + quote);
                }
            }
            String quoted = quote + name + quote;
            List<String> key = List.copyOf(columns.values());
            return new Table(quoted, key, keys(connection, quoted, key));
        }

        boolean isEmpty() {
            return first.isEmpty();
        }

        void removeLaterRows(Connection connection) throws SQLException {
            if (first.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("delete from " + name);
                }
                return;
            }
            Set<List<Object>> later = keys(connection, name, key);
            later.removeAll(first);
            String sql = "delete from " + name + " where " + String.join(" = ? and ", key) + " = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (List<Object> row : later) {
                    for (int i = 0; i < row.size(); i++) {
                        statement.setObject(i + 1, row.get(i));
                    }
                    statement.executeUpdate();
                }
            }
        }

        private static Set<List<Object>> keys(Connection connection, String name, List<String> key)
                throws SQLException {
            String columns = key.isEmpty() ? "1" : String.join(", ", key);
            Set<List<Object>> found = new HashSet<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select " + columns + " from " + name)) {
                while (rows.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= Math.max(1, key.size()); i++) {
                        row.add(rows.getObject(i));
                    }
                    found.add(row);
                }
            }
            return found;
        }
    }
}
