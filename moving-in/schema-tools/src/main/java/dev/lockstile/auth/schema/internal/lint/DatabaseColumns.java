package dev.lockstile.auth.schema.internal.lint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The columns of a database, so that a change of a type can be judged where another tool made the table. */
final class DatabaseColumns {

    private static final String POSTGRES =
            "select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull"
                    + " from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relkind in ('r', 'p')"
                    + " and c.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped";
    private static final String MYSQL = "select table_name, column_name, column_type, is_nullable = 'NO'"
            + " from information_schema.columns where table_schema = database()";

    private DatabaseColumns() {}

    /** By {@code table.column}, as the rules write names; empty for a database without rules of its own. */
    static Map<String, ColumnDef> of(Connection connection, LintDatabase database) throws SQLException {
        Map<String, ColumnDef> columns = new HashMap<>();
        if (database == LintDatabase.H2) {
            return columns;
        }
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(database.isPostgres() ? POSTGRES : MYSQL)) {
            while (found.next()) {
                String name = SqlName.of(found.getString(2), database);
                String type = found.getString(3)
                        .replace("(", " (")
                        .replaceAll(",\\s*", ", ")
                        .replaceAll("\\s+", " ");
                String rest = found.getBoolean(4) ? "not null" : "";
                columns.put(SqlName.of(found.getString(1), database) + "." + name, new ColumnDef(name, type, rest));
            }
        }
        return columns;
    }
}
