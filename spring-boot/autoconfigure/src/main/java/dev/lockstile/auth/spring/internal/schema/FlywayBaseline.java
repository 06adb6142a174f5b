package dev.lockstile.auth.spring.internal.schema;

import dev.lockstile.auth.schema.AuthSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;

/**
 * Has Flyway begin on a database that holds the tables of the library and no others. By itself it refuses a schema with
 * tables that it did not make. Nothing is changed where the application chose a baseline, or has tables of its own.
 */
final class FlywayBaseline implements FlywayConfigurationCustomizer {

    private static final Set<String> LIQUIBASE = Set.of("databasechangelog", "databasechangeloglock");

    private final AuthSchema schema;

    FlywayBaseline(AuthSchema schema) {
        this.schema = schema;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        DataSource database = flyway.getDataSource();
        if (!flyway.isBaselineOnMigrate() && database != null && hasLibraryTablesAlone(database)) {
            flyway.baselineOnMigrate(true).baselineVersion("0");
        }
    }

    private boolean hasLibraryTablesAlone(DataSource database) {
        Set<String> found = tables(database);
        found.removeAll(LIQUIBASE);
        found.removeAll(schema.libraryTables());
        return found.isEmpty();
    }

    private static Set<String> tables(DataSource database) {
        Set<String> tables = new HashSet<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of the database cannot be listed", e);
        }
        return tables;
    }
}
