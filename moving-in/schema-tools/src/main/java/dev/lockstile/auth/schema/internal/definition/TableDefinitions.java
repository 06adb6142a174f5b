package dev.lockstile.auth.schema.internal.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Reads the statements that make a table as it is. An empty database of the same kind has the same table by them. */
public interface TableDefinitions {

    /**
     * {@return the statements that make the table with its types, keys, checks and indexes, in order}
     *
     * @param table its name, as shapes spell it
     * @param targets the tables that it may refer to
     */
    List<String> of(String table, Set<String> targets) throws SQLException;

    /**
     * {@return the statements that add a column as it is to the table without it; empty where its kind of database is
     * served by the words for all}
     *
     * @param table its name, as shapes spell it
     * @param column its name
     */
    default List<String> ofColumn(String table, String column) throws SQLException {
        return List.of();
    }

    /**
     * {@return what the table needs besides and its statements do not make: a sentence each}
     *
     * @param table its name, as shapes spell it
     */
    default List<String> leftOut(String table) throws SQLException {
        return List.of();
    }

    /**
     * {@return what the table has there of another schema: types, functions and sequences by their names}
     *
     * @param schema the other schema
     * @param table its name, as shapes spell it
     */
    default List<String> neededOf(String schema, String table) throws SQLException {
        return List.of();
    }

    /**
     * {@return the definitions of that connection's current schema}
     *
     * @param connection to PostgreSQL, MariaDB, MySQL or H2
     */
    static TableDefinitions on(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> new PostgresDefinitions(connection);
            case "H2" -> new H2Definitions(connection);
            default -> new MariaDbDefinitions(connection);
        };
    }
}
