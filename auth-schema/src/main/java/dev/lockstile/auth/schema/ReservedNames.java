package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.report.SchemaException;
import dev.lockstile.auth.schema.report.SchemaException.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeSet;

/**
 * Refuses a table name that the database reads as a word of its own, such as {@code user}, before anything is written.
 */
final class ReservedNames {

    private static final String TABLES = "auth.table.";

    private ReservedNames() {}

    /**
     * Looks at the names that the host chose.
     *
     * @throws SchemaException naming each table that the database would not create
     */
    static void refuse(Connection connection, Map<String, String> parameters) throws SQLException {
        TreeSet<String> reserved = new TreeSet<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (parameter.getKey().startsWith(TABLES) && isReserved(connection, parameter.getValue())) {
                reserved.add(parameter.getValue());
            }
        }
        if (!reserved.isEmpty()) {
            String first = reserved.first();
            throw new SchemaException(
                    Failure.NAME_RESERVED,
                    "the database keeps the table name " + String.join(", ", reserved)
                            + " for itself; nothing was run. Give the entity another table: @Table(name = \"app_"
                            + first + "\")",
                    null);
        }
    }

    /** An alias of a table obeys the rules of a table's name, and needs no table. */
    private static boolean isReserved(Connection connection, String name) throws SQLException {
        boolean auto = connection.getAutoCommit();
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select 1 from (select 1 as a) as " + name).close();
            return false;
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState()).startsWith("42");
        } finally {
            if (!auto) {
                connection.rollback();
            }
        }
    }
}
