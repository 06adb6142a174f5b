package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.store.AuthStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * The host whose tables are filled.
 *
 * @param store keeps the ledger and the journal
 * @param rows the database of that store
 * @param clock the application's
 */
public record ContentTarget(AuthStore store, HostRows rows, Clock clock) {

    /** Reaches the host's tables within a transaction of the store. */
    @FunctionalInterface
    public interface HostRows {

        /**
         * Works with the connection of the store's transaction that the calling thread is in.
         *
         * @param work neither commits nor keeps the connection
         */
        void use(Work work);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @param connection of the transaction under way
         * @throws SQLException when the database refuses it
         */
        void on(Connection connection) throws SQLException;
    }
}
