package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.DatabaseFailure;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;

/**
 * Finds a pooler in transaction mode that loses prepared statements, as PgBouncer does with the driver's default
 * settings: a lost {@code BEGIN} or {@code COMMIT} leaves a backend in the middle of a transaction of another client.
 */
public final class PoolerProbe {

    private static final String DRIVER = "org.postgresql.PGConnection";
    private static final int LONGEST_THRESHOLD = 10;

    /** A pool that fills itself may hold the backend that was asked for. */
    private static final int ATTEMPTS = 10;

    private static final String PID = "select pg_backend_pid()";
    private static final String PROBLEM = "pooler-loses-statements: a pooler in transaction mode stands between this"
            + " process and PostgreSQL and loses prepared statements: set prepareThreshold=0 in the address of the"
            + " database, or max_prepared_statements of PgBouncer 1.21 above zero";

    private PoolerProbe() {}

    /**
     * One problem, or none. Only where a pooler stands in between and the driver prepares is more than one question
     * asked.
     */
    public static List<String> problems(EntityManagerFactory emf) {
        try (EntityManager one = emf.createEntityManager();
                EntityManager other = emf.createEntityManager()) {
            boolean loses = one.unwrap(Session.class)
                    .doReturningWork(connection -> isPooled(connection)
                            && other.unwrap(Session.class).doReturningWork(second -> loses(connection, second)));
            return loses ? List.of(PROBLEM) : List.of();
        } catch (PersistenceException e) {
            if (DatabaseFailure.isOtherBackend(e)) {
                return List.of(PROBLEM); // an earlier client has left the statement there
            }
            throw DatabaseFailure.translate(e);
        }
    }

    /** PgBouncer tells the client a number of its own in place of the backend's. */
    private static boolean isPooled(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return false;
        }
        try {
            Class<?> driver = Class.forName(DRIVER, false, PoolerProbe.class.getClassLoader());
            if (!connection.isWrapperFor(driver)) {
                return false;
            }
            Object real = connection.unwrap(driver);
            int told = (Integer) driver.getMethod("getBackendPID").invoke(real);
            return threshold(driver, real) > 0 && told != backend(connection);
        } catch (ReflectiveOperationException e) {
            return false; // another driver, which does not tell
        }
    }

    private static int threshold(Class<?> driver, Object real) throws ReflectiveOperationException {
        return (Integer) driver.getMethod("getPrepareThreshold").invoke(real);
    }

    private static int backend(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PID)) {
            return pid(statement);
        }
    }

    private static int pid(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }

    /** Prepares at one backend, which the other connection then keeps, and asks again. */
    private static boolean loses(Connection connection, Connection other) throws SQLException {
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement(PID)) {
            for (int i = 0; i < LONGEST_THRESHOLD; i++) {
                pid(statement);
            }
            for (int i = 0; i < ATTEMPTS; i++) {
                if (keeps(other, pid(statement), statement)) {
                    return true;
                }
            }
            return false;
        } finally {
            connection.setAutoCommit(auto);
        }
    }

    private static boolean keeps(Connection other, int backend, PreparedStatement statement) throws SQLException {
        boolean auto = other.getAutoCommit();
        other.setAutoCommit(false);
        try {
            return backend(other) == backend && isLost(statement);
        } finally {
            other.rollback();
            other.setAutoCommit(auto);
        }
    }

    private static boolean isLost(PreparedStatement statement) throws SQLException {
        try {
            pid(statement);
            return false;
        } catch (SQLException e) {
            if (DatabaseFailure.isOtherBackend(e)) {
                return true;
            }
            throw e;
        }
    }
}
