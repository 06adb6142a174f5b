package dev.lockstile.auth.schema.check;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds a table that the current schema lacks in the other schemas of the database. */
final class OtherSchemas {

    private final Connection connection;

    OtherSchemas(Connection connection) {
        this.connection = connection;
    }

    /** What a finding says of it; empty when no schema has the table, or the database has none. */
    String with(String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Set<String> schemas = new TreeSet<>();
        if (!data.supportsSchemasInDataManipulation()) {
            return "";
        }
        for (String name : Set.of(table, table.toUpperCase(Locale.ROOT))) {
            try (ResultSet found = data.getTables(connection.getCatalog(), null, name, new String[] {"TABLE"})) {
                while (found.next()) {
                    schemas.add(found.getString("TABLE_SCHEM"));
                }
            }
        }
        schemas.remove(connection.getSchema());
        return schemas.isEmpty()
                ? ""
                : ": the current schema is " + connection.getSchema() + ", and a table of that name lies in "
                        + String.join(", ", schemas)
                        + ". Migrations and this check use the current schema alone: connect with that one as the first of"
                        + " search_path (currentSchema, SCHEMA), whatever hibernate.default_schema says";
    }
}
