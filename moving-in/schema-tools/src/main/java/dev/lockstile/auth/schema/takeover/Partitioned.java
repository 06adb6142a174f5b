package dev.lockstile.auth.schema.takeover;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/** The tables of PostgreSQL that consist of partitions. */
final class Partitioned {

    private static final String TABLES =
            "select relname from pg_class where relkind = 'p' and relnamespace =" + " current_schema()::regnamespace";

    private static final String PARTS =
            "select relname from pg_class where relispartition and relnamespace = current_schema()::regnamespace";

    private Partitioned() {}

    static Set<String> read(Connection connection) throws SQLException {
        return names(connection, TABLES);
    }

    /** The partitions themselves. */
    static Set<String> parts(Connection connection) throws SQLException {
        return names(connection, PARTS);
    }

    private static Set<String> names(Connection connection, String sql) throws SQLException {
        Set<String> names = new TreeSet<>();
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
        }
        return names;
    }
}
