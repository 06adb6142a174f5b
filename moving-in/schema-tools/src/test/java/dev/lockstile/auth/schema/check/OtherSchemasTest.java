package dev.lockstile.auth.schema.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.PlainHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.schema.tools.EntityModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that lie in another schema than the current one. */
final class OtherSchemasTest {

    @ParameterizedTest
    @CsvSource({"H2, APP, PUBLIC", "POSTGRES, app, public"})
    void a_table_in_another_schema_is_told_with_that_schema(TestDatabase database, String schema, String current)
            throws SQLException {
        try (HikariDataSource pool = database.open();
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
            try (HikariDataSource within = database.openAt(pool.getJdbcUrl(), config -> {
                config.setSchema(schema);
                config.setUsername(pool.getUsername());
                config.setPassword(pool.getPassword());
            })) {
                TestHost.PLAIN.createTables(within);
            }
            EntityModel entities = EntityModel.of(
                    PlainHost.ENTITIES.get(0),
                    PlainHost.ENTITIES.stream().skip(1).toArray(Class<?>[]::new));
            assertThat(TableChecks.of(pool, entities))
                    .filteredOn(finding -> finding.where().equals("auth_user"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.what())
                            .startsWith("an entity is mapped to this table, which is not there")
                            .contains("the current schema is " + current + ", and a table of that name lies in "
                                    + schema));
        }
    }
}
