package dev.lockstile.auth.spring.test;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables of a database that hold nothing when an application has just started, to be emptied again. */
final class EmptyTables {

    private final DataSource database;
    private final List<String> names;

    private EmptyTables(DataSource database, List<String> names) {
        this.database = database;
        this.names = List.copyOf(names);
    }

    /** Those that are empty now; history of migrations and the application's own first rows are not among them. */
    static EmptyTables of(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> empty = new ArrayList<>();
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select 1 from " + table)) {
                    if (!rows.next()) {
                        empty.add(table);
                    }
                }
            }
            return new EmptyTables(database, empty);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read", e);
        }
    }

    /** Removes all rows; a table that others refer to is emptied after them. */
    void empty() {
        List<String> left = names;
        while (!left.isEmpty()) {
            List<String> refused =
                    left.stream().filter(table -> !isEmptied(table)).toList();
            if (refused.size() == left.size()) {
                throw new IllegalStateException("these tables cannot be emptied: " + refused);
            }
            left = refused;
        }
    }

    private boolean isEmptied(String table) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.executeUpdate("delete from " + table);
            return true;
        } catch (SQLException e) {
            return false; // another table refers to it
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        String quote = about.getIdentifierQuoteString();
        List<String> names = new ArrayList<>();
        try (ResultSet tables = about.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(quote + tables.getString("TABLE_NAME") + quote);
            }
        }
        return names;
    }
}
