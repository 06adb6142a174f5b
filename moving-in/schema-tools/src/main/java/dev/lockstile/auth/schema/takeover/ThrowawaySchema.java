package dev.lockstile.auth.schema.takeover;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An empty schema that is the current one of a connection until it is dropped. What the connection found before is
 * found behind it, for the sake of extensions.
 *
 * @param name of the schema
 * @param before the schema that was the current one
 * @param path where PostgreSQL looked before; empty on other databases
 */
record ThrowawaySchema(Connection connection, String name, String before, String path) implements AutoCloseable {

    /** Makes it and enters it. */
    static ThrowawaySchema create(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String name = "lockstile_replay_" + Long.toHexString(System.nanoTime());
        boolean hasPath = product.equals("PostgreSQL");
        boolean hasSchemas = hasPath || product.equals("H2");
        String before = hasSchemas ? connection.getSchema() : connection.getCatalog();
        String path = hasPath ? path(connection) : "";
        String spelled = product.equals("H2") ? name.toUpperCase(java.util.Locale.ROOT) : name;
        execute(connection, "create schema " + name);
        ThrowawaySchema made = new ThrowawaySchema(connection, spelled, before, path);
        if (hasPath) {
            execute(connection, "set search_path to " + name + ", " + path);
        } else if (hasSchemas) {
            connection.setSchema(spelled);
        } else {
            connection.setCatalog(name);
        }
        return made;
    }

    private static String path(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show search_path")) {
            found.next();
            return found.getString(1);
        }
    }

    /** Drops it with all that is in it. */
    @Override
    public void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        boolean hasSchemas = !connection.getMetaData().getDatabaseProductName().startsWith("M");
        if (!path.isEmpty()) {
            execute(connection, "set search_path to " + path);
        } else if (hasSchemas) {
            connection.setSchema(before);
        } else {
            connection.setCatalog(before);
        }
        execute(connection, "drop schema " + name + (hasSchemas ? " cascade" : ""));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
