package dev.lockstile.auth.imports.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to a legacy database with one deadline for everything: waiting for the connection, statements and rows.
 * At the deadline the connection is aborted, so that a thread that waits for the database is released, however slowly
 * it sends. Safe for use by many threads; a connection is for one.
 */
public final class TimedConnections {

    private static final Logger LOG = LoggerFactory.getLogger(TimedConnections.class);
    private static final int AT_ONCE = 16;
    private static final String NO_CONNECTION = "08001";

    private final Opening database;
    private final Duration limit;
    private final ThreadPoolExecutor connecting;
    /** Released before a caller gets its connection, so that the next request of the caller finds room. */
    private final Semaphore waited = new Semaphore(AT_ONCE);

    /**
     * Creates timed connections of a pool.
     *
     * @param database the pool
     * @param limit maximum time from the request for a connection to the last row read
     */
    public TimedConnections(DataSource database, Duration limit) {
        this(database::getConnection, limit);
    }

    /**
     * Creates timed connections of another opener.
     *
     * @param database opens a connection at each call
     * @param limit maximum time from the request for a connection to the last row read
     */
    public TimedConnections(Opening database, Duration limit) {
        this.database = database;
        this.limit = limit;
        this.connecting = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), TimedConnections::daemon);
    }

    /** Opens connections, without a time limit. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Opens a connection.
         *
         * @return a connection that the caller closes
         * @throws SQLException when there is none
         */
        Connection open() throws SQLException;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lockstile-legacy-connect");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A connection and its deadline.
     *
     * @param connection closed by {@link #close()}
     * @param alarm completed when the work is over
     * @param watch aborts the connection when the deadline comes first
     */
    public record Timed(Connection connection, CompletableFuture<Void> alarm, CompletableFuture<Void> watch)
            implements AutoCloseable {

        /** Ends the deadline and closes the connection. */
        @Override
        public void close() throws SQLException {
            try {
                connection.close();
            } finally {
                alarm.complete(null);
            }
        }
    }

    /**
     * Opens a connection whose deadline is counted from this call.
     *
     * @return the connection with its deadline
     * @throws SQLException when the database refuses it, when there is none in time, or 16 other requests are waiting
     */
    public Timed open() throws SQLException {
        long start = System.nanoTime();
        Connection connection = connect();
        limit(connection);
        long left = limit.minusNanos(System.nanoTime() - start).toMillis();
        CompletableFuture<Void> alarm =
                new CompletableFuture<Void>().orTimeout(Math.max(1, left), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> watch = alarm.whenCompleteAsync((over, late) -> {
            if (late instanceof TimeoutException) {
                abort(connection);
            }
        });
        return new Timed(connection, alarm, watch);
    }

    /** Sets the driver's own limit for one answer, which helps where {@code abort} has no effect. */
    private void limit(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
        } catch (SQLFeatureNotSupportedException e) {
            LOG.debug("this driver has no network timeout: the deadline has to do");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * {@return a connection that was opened within the limit, without a deadline for its use}
     *
     * @throws SQLException when the database refuses it, when there is none in time, or 16 other requests are waiting
     */
    public Connection connect() throws SQLException {
        if (!waited.tryAcquire()) {
            throw new SQLTransientConnectionException("too many connections are waited for", NO_CONNECTION);
        }
        CompletableFuture<Connection> wanted = new CompletableFuture<>();
        begin(wanted);
        try {
            return wanted.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            wanted.cancel(false);
            throw new SQLTimeoutException("no connection in time", NO_CONNECTION, e);
        } catch (InterruptedException e) {
            wanted.cancel(false);
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", NO_CONNECTION, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure
                    ? failure
                    : new SQLTransientConnectionException("no connection", NO_CONNECTION, e.getCause());
        }
    }

    private void begin(CompletableFuture<Connection> wanted) {
        boolean begun = false;
        try {
            connecting.execute(() -> connect(wanted));
            begun = true;
        } finally {
            if (!begun) {
                waited.release();
            }
        }
    }

    private Connection opened() throws SQLException {
        try {
            return database.open();
        } finally {
            waited.release();
        }
    }

    /** A connection that is opened after its caller has stopped waiting is closed. */
    private void connect(CompletableFuture<Connection> wanted) {
        try {
            Connection connection = opened();
            if (!wanted.complete(connection)) {
                connection.close();
            }
        } catch (SQLException | RuntimeException e) {
            if (!wanted.completeExceptionally(e)) {
                LOG.debug(
                        "a connection that is no longer waited for failed: {}",
                        e.getClass().getName());
            }
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.warn(
                    "a connection to the legacy database cannot be aborted: {}",
                    e.getClass().getName());
        }
    }
}
