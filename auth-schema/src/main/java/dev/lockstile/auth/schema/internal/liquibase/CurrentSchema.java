package dev.lockstile.auth.schema.internal.liquibase;

import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/** The schema in which a connection makes and finds tables. */
public final class CurrentSchema {

    private CurrentSchema() {}

    /**
     * Refuses a schema whose name needs quotes for its letters: Liquibase names it without them, which is another
     * schema.
     *
     * @throws SchemaException that names the schema
     */
    public static void requireFolded(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        DatabaseMetaData data = connection.getMetaData();
        if (schema == null || !data.supportsSchemasInDataManipulation()) {
            return;
        }
        String folded = data.storesLowerCaseIdentifiers()
                ? schema.toLowerCase(Locale.ROOT)
                : data.storesUpperCaseIdentifiers() ? schema.toUpperCase(Locale.ROOT) : schema;
        if (!folded.equals(schema)) {
            throw new SchemaException(
                    SchemaException.Failure.OTHER,
                    "the current schema is \"" + schema
                            + "\": Liquibase writes the name without quotes, which is the schema "
                            + folded + ". Migrate in a schema named " + folded
                            + ", and name that one in hibernate.default_schema",
                    null);
        }
    }
}
