package dev.lockstile.auth.schema.internal.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether a lock that belongs to a session keeps other migrations away: not behind a pooler that changes the
 * backend with each transaction, and not on a cluster of Galera, whose named locks are those of one node.
 */
public final class SessionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCheck.class);

    private static final String POOLER =
            "a pooler in transaction mode stands between this process and the database, so that no lock"
                    + " holds from one statement to the next: migrate through an address of the database itself, or of a pool in"
                    + " session mode";

    private static final String GALERA =
            "this database is a cluster of Galera, where a named lock holds on one node alone:"
                    + " migrate while the cluster has one node";

    private static final String BACKEND = "select pg_backend_pid()";

    private SessionCheck() {}

    /**
     * A sentence that says why no lock holds; null where it does.
     *
     * @param connection commits by itself
     * @param pool gives a second connection where a pooler may be in between
     */
    public static @Nullable String refusal(Connection connection, DataSource pool) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.equals("postgresql")) {
            return changesBackend(connection, pool) ? POOLER : null;
        }
        boolean cluster = (product.contains("mariadb") || product.contains("mysql")) && nodes(connection) > 1;
        return cluster ? GALERA : null;
    }

    /**
     * Where the driver knows the number of its backend no pooler is in between, and no second connection is taken.
     */
    private static boolean changesBackend(Connection connection, DataSource pool) throws SQLException {
        long before = number(connection, BACKEND);
        if (toldByDriver(connection) == before) {
            return false;
        }
        try (Connection second = pool.getConnection()) {
            boolean commitsByItself = second.getAutoCommit();
            second.setAutoCommit(false);
            try {
                return number(second, BACKEND) == before || number(connection, BACKEND) != before;
            } finally {
                second.rollback();
                second.setAutoCommit(commitsByItself);
            }
        }
    }

    /** The driver is the host's; without its interface nothing is told. */
    private static long toldByDriver(Connection connection) {
        try {
            Class<?> driver = Class.forName("org.postgresql.PGConnection");
            return ((Number) driver.getMethod("getBackendPID").invoke(connection.unwrap(driver))).longValue();
        } catch (ReflectiveOperationException | SQLException e) {
            LOG.debug("the driver does not tell its backend", e);
            return -1;
        }
    }

    /** Nothing, or none, on a server without Galera. */
    private static long nodes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show global status like 'wsrep_cluster_size'")) {
            return found.next() ? found.getLong(2) : 0;
        }
    }

    private static long number(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(select)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}
