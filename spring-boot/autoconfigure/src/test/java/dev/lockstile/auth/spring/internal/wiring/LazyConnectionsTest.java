package dev.lockstile.auth.spring.internal.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.junit.jupiter.api.Test;

/** Connections that Hibernate takes with its first statement. */
final class LazyConnectionsTest {

    private final JdbcDataSource database = new JdbcDataSource();

    LazyConnectionsTest() {
        database.setUrl("jdbc:h2:mem:late-connections;DB_CLOSE_DELAY=-1");
    }

    @Test
    void a_connection_goes_back_without_what_was_not_committed() throws SQLException {
        ConnectionProvider provider = (ConnectionProvider) customized(Map.of()).get(JdbcSettings.CONNECTION_PROVIDER);
        try (Connection plain = database.getConnection();
                Statement statement = plain.createStatement()) {
            statement.execute("create table late (id int)");
            Connection taken = provider.getConnection();
            assertThat(taken.getAutoCommit()).isFalse();
            try (Statement late = taken.createStatement()) {
                late.execute("insert into late values (1)");
                taken.commit();
                late.execute("insert into late values (2)");
            }
            provider.closeConnection(taken);
            assertThat(taken.isClosed()).isTrue();
            try (ResultSet rows = statement.executeQuery("select count(*) from late")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void what_the_application_chose_stays() {
        for (String chosen :
                new String[] {JdbcSettings.CONNECTION_PROVIDER, JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT}) {
            Map<String, Object> own = Map.of(chosen, "own");
            assertThat(customized(own)).as(chosen).isEqualTo(own);
        }
        assertThat(customized(Map.of())).containsEntry(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
    }

    private Map<String, Object> customized(Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(own);
        new LazyConnections(database).customize(properties);
        return properties;
    }
}
