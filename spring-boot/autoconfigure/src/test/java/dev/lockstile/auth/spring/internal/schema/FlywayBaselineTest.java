package dev.lockstile.auth.spring.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.schema.AuthSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Flyway begins beside tables of the library, and beside no others. */
final class FlywayBaselineTest {

    private final JdbcDataSource database = new JdbcDataSource();

    @Test
    void tables_of_the_library_alone_are_a_baseline() throws SQLException {
        database.setUrl("jdbc:h2:mem:flyway-library;DB_CLOSE_DELAY=-1");
        make("auth_outbox", "databasechangeloglock");
        FluentConfiguration flyway = customized(Flyway.configure().dataSource(database));
        assertThat(flyway.isBaselineOnMigrate()).isTrue();
        assertThat(flyway.getBaselineVersion()).hasToString("0");
    }

    @Test
    void tables_of_the_application_are_none() throws SQLException {
        database.setUrl("jdbc:h2:mem:flyway-own;DB_CLOSE_DELAY=-1");
        make("auth_outbox", "orders");
        assertThat(customized(Flyway.configure().dataSource(database)).isBaselineOnMigrate())
                .isFalse();
    }

    @Test
    void a_baseline_that_the_application_chose_stays() throws SQLException {
        database.setUrl("jdbc:h2:mem:flyway-chosen;DB_CLOSE_DELAY=-1");
        make("auth_outbox");
        assertThat(customized(Flyway.configure()
                                .dataSource(database)
                                .baselineOnMigrate(true)
                                .baselineVersion("5"))
                        .getBaselineVersion())
                .hasToString("5");
    }

    private FluentConfiguration customized(FluentConfiguration flyway) {
        new FlywayBaseline(AuthSchema.builder(database).build()).customize(flyway);
        return flyway;
    }

    private void make(String... tables) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("create table " + table + " (id int)");
            }
        }
    }
}
