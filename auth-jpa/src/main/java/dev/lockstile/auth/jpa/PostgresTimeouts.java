package dev.lockstile.auth.jpa;

/**
 * Limits for a pool on PostgreSQL, so that a lock held by a dead client makes callers wait for a moment and not for
 * ever: 2 s for a lock, 5 s for a statement, 10 s for a transaction in which nothing happens. They are set once for
 * each connection and cost no statement later; what runs into them is {@code StoreUnavailableException}.
 *
 * <p>They hold for all that runs on the pool. A host with long reports gives the store a pool of its own.
 */
public final class PostgresTimeouts {

    private PostgresTimeouts() {}

    /** {@return SQL for a pool to run on every new connection: {@code HikariConfig.setConnectionInitSql}} */
    public static String connectionInitSql() {
        return "set lock_timeout = '2s'; set statement_timeout = '5s';"
                + " set idle_in_transaction_session_timeout = '10s'";
    }

    /** {@return the same for the driver's {@code options} property, which saves the statement as well} */
    public static String startupOptions() {
        return "-c lock_timeout=2s -c statement_timeout=5s -c idle_in_transaction_session_timeout=10s";
    }
}
