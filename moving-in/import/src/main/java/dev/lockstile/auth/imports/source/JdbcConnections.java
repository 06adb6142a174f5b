package dev.lockstile.auth.imports.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections to a source within the limits of its access, and sets them up to read one snapshot. */
final class JdbcConnections {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcSource.class);

    private JdbcConnections() {}

    /**
     * Opens a connection.
     *
     * @throws SourceUnusableException when there is no driver, no answer, or no permission
     */
    static Connection open(SourceAccess access) {
        Properties properties = new Properties();
        if (access.user() != null) {
            properties.setProperty("user", access.user());
        }
        if (access.password() != null) {
            properties.setProperty("password", access.password().reveal());
        }
        try {
            TimedConnections connections = new TimedConnections(
                    () -> DriverManager.getConnection(access.url(), properties),
                    access.limits().connect());
            Connection connection = connections.connect();
            limitSilence(connection, access.limits());
            return connection;
        } catch (SQLException e) {
            throw new SourceUnusableException(JdbcTrouble.connecting(access, e));
        }
    }

    /** Limits the wait for an answer unless the address sets a limit. Embedded databases have none, and need none. */
    private static void limitSilence(Connection connection, SourceAccess.Limits limits) throws SQLException {
        try {
            if (connection.getNetworkTimeout() == 0) {
                connection.setNetworkTimeout(
                        Runnable::run, Math.toIntExact(limits.silence().toMillis()));
            }
        } catch (SQLFeatureNotSupportedException e) {
            LOG.debug("this driver has no network timeout");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Reads all rows in one transaction that writes nothing. On PostgreSQL the isolation is set for the transaction and
     * not for the session, which a pooler in transaction mode gives to another client afterwards.
     */
    static void readOneSnapshot(Connection connection) throws SQLException {
        if (!isOf(connection, "SQLite")) {
            connection.setReadOnly(true); // an open SQLite file refuses to change its mode
        }
        int isolation = Connection.TRANSACTION_REPEATABLE_READ;
        if (isOf(connection, "PostgreSQL")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            }
            return;
        }
        if (connection.getMetaData().supportsTransactionIsolationLevel(isolation)) {
            connection.setTransactionIsolation(isolation);
        }
        connection.setAutoCommit(false);
    }

    /** Closes a connection that cannot be set up. */
    static SourceUnusableException closing(Connection connection, SourceUnusableException trouble) {
        try {
            connection.close();
        } catch (SQLException e) {
            trouble.addSuppressed(e);
        }
        return trouble;
    }

    private static boolean isOf(Connection connection, String product) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equalsIgnoreCase(product);
    }
}
