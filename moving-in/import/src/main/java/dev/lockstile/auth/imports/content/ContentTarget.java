package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.store.AuthStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * The host whose tables are filled.
 *
 * @param store the store with the ledger and the journal
 * @param rows the database of that store
 * @param clock the application's
 */
public record ContentTarget(AuthStore store, HostRows rows, Clock clock) {

    /** Gives access to the host's tables within a transaction of the store. */
    @FunctionalInterface
    public interface HostRows {

        /**
         * Runs work with the connection of the store's transaction in which the calling thread is.
         *
         * @param work neither commits nor stores the connection
         */
        void use(Work work);
    }

    /** Work with a connection. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does the work.
         *
         * @param connection of the current transaction
         * @throws SQLException when the database refuses it
         */
        void on(Connection connection) throws SQLException;
    }
}
