package dev.lockstile.auth.schema.internal.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Liquibase's own tables, looked for where a name without a schema is looked for. */
public final class LiquibaseTables {

    private LiquibaseTables() {}

    /** Whether the connection's schema has that table, in capitals or as the database folds it. */
    public static boolean has(Connection connection, String table) throws SQLException {
        for (String name : List.of(table, table.toLowerCase(Locale.ROOT))) {
            try (ResultSet found =
                    connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
