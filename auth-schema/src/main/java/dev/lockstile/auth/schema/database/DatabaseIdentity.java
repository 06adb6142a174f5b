package dev.lockstile.auth.schema.database;

import dev.lockstile.auth.schema.changelog.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells a database from every other one, a copy of it on another server among them. */
public final class DatabaseIdentity {

    private static final int LETTERS = 16;
    private static final String POSTGRES =
            "select current_database() || ' ' || oid from pg_database where datname = current_database()";
    private static final String MAY_ASK_THE_SERVER =
            "select coalesce(has_function_privilege(to_regprocedure('pg_control_system()')::oid, 'execute'), false)";
    private static final String SERVER = "select system_identifier from pg_control_system()";
    private static final String H2 = "select database() || ' ' || coalesce(database_path(), '')";
    private static final String MARIADB = "select concat(@@hostname, ' ', @@port, @@datadir, ' ', database())";

    private DatabaseIdentity() {}

    /** Sixteen letters that say nothing of the database's name or place. */
    public static String of(Connection connection) throws SQLException {
        String told = switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" ->
                ask(connection, POSTGRES)
                        + (ask(connection, MAY_ASK_THE_SERVER).equals("t") ? ask(connection, SERVER) : "");
            case "H2" -> ask(connection, H2);
            default -> ask(connection, MARIADB);
        };
        try {
            byte[] bytes = told.getBytes(StandardCharsets.UTF_8);
            return Digests.of(new ByteArrayInputStream(bytes)).substring(0, LETTERS);
        } catch (IOException e) {
            throw new IllegalStateException("an array is read without trouble", e);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }
}
