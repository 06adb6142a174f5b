package dev.lockstile.auth.schema;

import dev.lockstile.auth.schema.internal.lock.MigrationLock;
import dev.lockstile.auth.schema.internal.lock.SessionCheck;
import dev.lockstile.auth.schema.internal.lock.SessionProbe;
import dev.lockstile.auth.schema.report.SchemaException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that may take its time: an index on a large table, or a node that waits while another one migrates,
 * takes longer than the limits that {@link dev.lockstile.auth.jpa.PostgresTimeouts} puts on everyday statements. They
 * come back before the connection returns to its pool. Waiting for locks stays limited, so that a change keeps no
 * session waiting behind it for long.
 *
 * <p>On PostgreSQL it also holds an advisory lock: the lock of Liquibase is a table, and two nodes that start on an
 * empty database fail over creating it.
 *
 * @param limits the limits to come back, by their names
 */
record MigrationConnection(Connection connection, Map<String, String> limits) implements AutoCloseable {

    private static final String BUSY = "another process migrates this database right now";
    private static final Logger LOG = LoggerFactory.getLogger(MigrationConnection.class);
    private static final String LOCK_TIMEOUT = "lock_timeout";
    private static final long POLL_MILLIS = 200;
    private static final List<String> LIFTED = List.of("statement_timeout", "idle_in_transaction_session_timeout");

    /** A connection of that pool, with its limits put aside where the database has them. */
    static MigrationConnection of(DataSource pool, LockWaits patience) throws SQLException, InterruptedException {
        Connection connection = pool.getConnection();
        try {
            requireSession(connection, pool);
            MigrationConnection patient = new MigrationConnection(connection, limits(connection));
            if (!patient.limits.isEmpty()) {
                patient.begin(patience);
            } else if (!takeNamed(connection, patience.turn())) {
                throw busy(connection);
            }
            return patient;
        } catch (SQLException | SchemaException | InterruptedException e) {
            connection.close();
            throw e;
        }
    }

    /** Asked before anything is set, so that a refusal leaves nothing on the connection of a pooler. */
    private static void requireSession(Connection connection, DataSource pool) throws SQLException {
        boolean commitsByItself = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            String refusal = SessionCheck.refusal(connection, pool);
            if (refusal != null) {
                throw new SchemaException(SchemaException.Failure.NO_SESSION, refusal, null);
            }
        } finally {
            connection.setAutoCommit(commitsByItself);
        }
    }

    /** Leaves no transaction open: a failed one would refuse to take the limits back. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            if (!limits.isEmpty()) {
                run("select pg_advisory_unlock(" + MigrationLock.KEY + ")");
            } else {
                MigrationLock.giveNamed(connection);
            }
            restore();
        }
    }

    private void begin(LockWaits patience) throws SQLException, InterruptedException {
        try {
            for (String name : LIFTED) {
                set(name, "0");
            }
            if (!turnComes(patience.turn())) {
                throw busy(connection);
            }
        } catch (SchemaException e) {
            restore();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            restore();
            throw e;
        }
        Duration lock = patience.lock();
        set(LOCK_TIMEOUT, lock == null ? limits.getOrDefault(LOCK_TIMEOUT, "0") : millis(lock));
    }

    /**
     * Asks again and again. Who waits inside a statement keeps a snapshot, and an index that is built concurrently
     * waits for the end of all snapshots: the two would wait for each other.
     */
    private boolean turnComes(Duration longest) throws SQLException, InterruptedException {
        connection.setAutoCommit(true);
        WaitLog wait = new WaitLog(LOG::info, System::nanoTime, longest);
        while (!read(connection, "select pg_try_advisory_lock(" + MigrationLock.KEY + ")")
                .equals("t")) {
            wait.tell(() -> holder(connection));
            if (wait.isOver()) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** Waits in slices, so that it can tell for whom. */
    private static boolean takeNamed(Connection connection, Duration longest) throws SQLException {
        WaitLog wait = new WaitLog(LOG::info, System::nanoTime, longest);
        int slice = 0;
        while (!MigrationLock.takeNamed(connection, slice)) {
            wait.tell(() -> holder(connection));
            if (wait.isOver()) {
                return false;
            }
            slice = 1;
        }
        return true;
    }

    private static SchemaException busy(Connection connection) throws SQLException {
        return new SchemaException(SchemaException.Failure.LOCKED, BUSY + ": " + holder(connection), null);
    }

    private static String holder(Connection connection) throws SQLException {
        return String.join(", ", SessionProbe.of(connection).turn(connection));
    }

    private void restore() throws SQLException {
        for (Map.Entry<String, String> limit : limits.entrySet()) {
            set(limit.getKey(), limit.getValue());
        }
    }

    /** Zero would mean without end. */
    private static String millis(Duration time) {
        return Math.max(1, time.toMillis()) + "ms";
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> limits(Connection connection) throws SQLException {
        Map<String, String> limits = new TreeMap<>();
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            for (String name : LIFTED) {
                limits.put(name, read(connection, "show " + name));
            }
            limits.put(LOCK_TIMEOUT, read(connection, "show " + LOCK_TIMEOUT));
        }
        return limits;
    }

    private static String read(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            return found.next() ? found.getString(1) : "0";
        }
    }

    private void set(String name, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, false)")) {
            set.setString(1, name);
            set.setString(2, value);
            set.execute();
        }
    }
}
