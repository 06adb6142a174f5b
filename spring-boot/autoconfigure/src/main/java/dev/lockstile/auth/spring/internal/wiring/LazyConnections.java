package dev.lockstile.auth.spring.internal.wiring;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;

/**
 * Has Hibernate take the connection of a transaction at its first statement. By itself it takes one at the begin, to
 * turn the automatic commit off, and then a method of the host that opens an account would hold one connection while
 * the account's own transactions wait for another. The data source itself stays as the host has it.
 */
final class LazyConnections implements HibernatePropertiesCustomizer {

    private final DataSource database;

    LazyConnections(DataSource database) {
        this.database = database;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        boolean chosen = properties.containsKey(JdbcSettings.CONNECTION_PROVIDER)
                || properties.containsKey(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT);
        if (!chosen) {
            properties.put(JdbcSettings.CONNECTION_PROVIDER, new Provider(database));
            properties.put(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
        }
    }

    /** Whether the connections of this factory are these: they may commit by themselves until they are given back. */
    static boolean areThoseOf(EntityManagerFactory entities) {
        return entities.getProperties().get(JdbcSettings.CONNECTION_PROVIDER) instanceof Provider provider
                && provider.commitsByItself;
    }

    /** Connections of the host's pool that do not commit by themselves while Hibernate has them. */
    private static final class Provider implements ConnectionProvider {

        private static final long serialVersionUID = 1L;

        private final transient DataSource database;

        /** How the pool gives its connections, and wants them back. */
        private volatile boolean commitsByItself = true;

        Provider(DataSource database) {
            this.database = database;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = database.getConnection();
            try {
                commitsByItself = connection.getAutoCommit();
                if (commitsByItself) {
                    connection.setAutoCommit(false);
                }
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public void closeConnection(Connection connection) throws SQLException {
            try (connection) {
                if (commitsByItself && !connection.isClosed() && !connection.getAutoCommit()) {
                    // turning the automatic commit on would commit what was not committed
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return type.isInstance(this) || type.isAssignableFrom(DataSource.class);
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(type.isInstance(this) ? this : database);
        }
    }
}
