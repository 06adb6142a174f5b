package dev.lockstile.auth.jpa.internal.sql;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table of PostgreSQL that takes rows by binary COPY, with its own driver, which the host brings. It stays out of the
 * way of whatever COPY passes over or refuses: rules, row security, views, and types that are not the database's own.
 *
 * @param sql the statement
 * @param types of the columns, in their order
 */
record CopyTarget(String sql, List<CopyType> types) {

    private static final String COLUMNS = "select a.attname, t.typname from pg_attribute a"
            + " join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid"
            + " where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped"
            + " and c.relkind in ('r', 'p') and not c.relhasrules and not c.relrowsecurity"
            + " and t.typnamespace = 'pg_catalog'::regnamespace";

    /** Empty where rows of that kind come by INSERT. */
    static Optional<CopyTarget> of(Connection connection, PlainInsert insert) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                || !insert.isWrittenAsBound()
                || manager(connection).isEmpty()) {
            return Optional.empty();
        }
        String table = insert.persister().getTableName();
        Map<String, String> there = columns(connection, table);
        List<CopyType> types = new ArrayList<>();
        for (String column : insert.columns()) {
            Optional<CopyType> type = CopyType.of(there.getOrDefault(folded(column), ""));
            if (type.isEmpty()) {
                return Optional.empty();
            }
            types.add(type.get());
        }
        String sql = "copy " + table + " (" + String.join(", ", insert.columns()) + ") from stdin (format binary)";
        return Optional.of(new CopyTarget(sql, List.copyOf(types)));
    }

    /** Sends rows in the connection's transaction. */
    void send(Connection connection, CopyBuffer rows) throws SQLException {
        Object manager = manager(connection).orElseThrow();
        try {
            manager.getClass()
                    .getMethod("copyIn", String.class, InputStream.class)
                    .invoke(manager, sql, new ByteArrayInputStream(rows.content(), 0, rows.length()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new SQLException("COPY ended", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the driver of PostgreSQL has no copyIn", e);
        }
    }

    /** The driver's own interface; empty where the pool does not give the driver's connection. */
    private static Optional<Object> manager(Connection connection) {
        try {
            Class<?> driver = Class.forName("org.postgresql.PGConnection");
            return Optional.of(driver.getMethod("getCopyAPI").invoke(connection.unwrap(driver)));
        } catch (ReflectiveOperationException | SQLException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> columns(Connection connection, String table) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, table);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    types.put(found.getString(1), found.getString(2));
                }
            }
        }
        return types;
    }

    private static String folded(String column) {
        return column.startsWith("\"")
                ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                : column.toLowerCase(Locale.ROOT);
    }
}
