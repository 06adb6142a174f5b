package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.Shape;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What looks like the users and was not taken for them, with the reason: told where no table was. */
final class RejectedUserTables {

    private static final int LONGEST = 20;
    private static final Set<String> SYSTEM =
            Set.of("information_schema", "pg_catalog", "mysql", "performance_schema", "sys");

    private final Connection connection;
    private final DatabaseMetaData data;

    private RejectedUserTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.data = connection.getMetaData();
    }

    /** One line each, at most twenty. */
    static List<String> read(Connection connection, Shape shape) throws SQLException {
        List<String> lines = new ArrayList<>();
        shape.tables().values().forEach(table -> {
            String reason = reason(table);
            if (reason != null) {
                lines.add("passed over: " + table.name() + ", " + reason);
            }
        });
        new RejectedUserTables(connection).elsewhere(lines);
        return lines.stream().limit(LONGEST).toList();
    }

    private static @Nullable String reason(TableShape table) {
        boolean named = TableFinder.isNamed(table.name(), ModelPart.USER);
        boolean password = TableFinder.hasPassword(table);
        if (!named && !password) {
            return null;
        }
        if (table.key().isEmpty()) {
            return "which has no primary key: an entity needs one";
        }
        if (table.key().size() > 1) {
            return "whose key has the columns " + String.join(", ", table.key()) + ": an entity here has a key of one";
        }
        return named
                ? "which has no column of passwords that is known: say --table user=" + table.name() + " if it is meant"
                : "which is not named like users: say --table user=" + table.name() + " if it is meant";
    }

    /** Views, and the tables of other schemas (databases, on MariaDB). */
    private void elsewhere(List<String> lines) throws SQLException {
        boolean catalogs = connection.getSchema() == null;
        String here = String.valueOf(catalogs ? connection.getCatalog() : connection.getSchema());
        String catalog = catalogs ? null : connection.getCatalog();
        String[] kinds = {"TABLE", "BASE TABLE", "PARTITIONED TABLE", "VIEW", "MATERIALIZED VIEW"};
        try (ResultSet found = data.getTables(catalog, null, "%", kinds)) {
            while (found.next()) {
                String schema = String.valueOf(found.getString(catalogs ? "TABLE_CAT" : "TABLE_SCHEM"));
                String name = found.getString("TABLE_NAME");
                boolean view =
                        found.getString("TABLE_TYPE").toUpperCase(Locale.ROOT).endsWith("VIEW");
                boolean other = !schema.equals(here);
                if (SYSTEM.contains(schema.toLowerCase(Locale.ROOT)) || !view && !other) {
                    continue;
                }
                if (TableFinder.isNamed(name, ModelPart.USER) && hasPassword(schema, name, catalogs)) {
                    lines.add("passed over: " + (other ? schema + "." : "") + name + ", "
                            + (view ? "which is a view: name the table that it shows" : "which " + naming(schema)));
                }
            }
        }
    }

    private boolean hasPassword(String schema, String table, boolean catalogs) throws SQLException {
        try (ResultSet columns = data.getColumns(catalogs ? schema : null, catalogs ? null : schema, table, "%")) {
            while (columns.next()) {
                if (TableFinder.isPassword(Objects.requireNonNull(columns.getString("COLUMN_NAME")))) {
                    return true;
                }
            }
            return false;
        }
    }

    private String naming(String schema) throws SQLException {
        return switch (data.getDatabaseProductName()) {
            case "PostgreSQL" ->
                "lies in the schema " + schema + ": connect with currentSchema=" + schema + " to take it over";
            case "H2" -> "lies in the schema " + schema + ": connect with SCHEMA=" + schema + " to take it over";
            default -> "lies in the database " + schema + ": connect to that one to take it over";
        };
    }
}
