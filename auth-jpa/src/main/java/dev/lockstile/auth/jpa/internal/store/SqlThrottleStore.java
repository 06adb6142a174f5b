package dev.lockstile.auth.jpa.internal.store;

import static dev.lockstile.auth.jpa.internal.store.SqlTimes.write;

import dev.lockstile.auth.store.ThrottleStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Counters in the library's own table. One conditional update takes a place or opens the next window; only a bucket that
 * was never seen needs an insert, whose loser goes back to the update.
 */
record SqlThrottleStore(Rows rows, String table) implements ThrottleStore {

    @Override
    public boolean take(String bucket, int limit, Duration window, Instant now) {
        return limit > 0
                && (takePlace(bucket, limit, window, now)
                        || open(bucket, window, now)
                        || takePlace(bucket, limit, window, now));
    }

    /** The order of the assignments matters: some databases let the second see what the first has set. */
    private boolean takePlace(String bucket, int limit, Duration window, Instant now) {
        String update = "update " + table + " set taken = case when window_until <= ? then 1 else taken + 1 end,"
                + " window_until = case when window_until <= ? then ? else window_until end"
                + " where bucket = ? and (window_until <= ? or taken < ?)";
        return rows.sql(update, statement -> {
            statement.setObject(1, write(now));
            statement.setObject(2, write(now));
            statement.setObject(3, write(now.plus(window)));
            statement.setString(4, bucket);
            statement.setObject(5, write(now));
            statement.setInt(6, limit);
            return statement.executeUpdate() == 1;
        });
    }

    private boolean open(String bucket, Duration window, Instant now) {
        rows.requireWriting();
        return rows.session().doReturningWork(connection -> {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return switch (product) {
                case "postgresql" -> insert(connection, "insert", " on conflict do nothing", bucket, now.plus(window));
                case "mariadb", "mysql" -> insert(connection, "insert ignore", "", bucket, now.plus(window));
                default -> insertGuarded(connection, bucket, now.plus(window));
            };
        });
    }

    /** For databases without a word for it: a savepoint, for after a duplicate key some refuse all that follows. */
    private boolean insertGuarded(Connection connection, String bucket, Instant until) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            boolean inserted = insert(connection, "insert", "", bucket, until);
            connection.releaseSavepoint(before);
            return inserted;
        } catch (SQLIntegrityConstraintViolationException e) {
            connection.rollback(before);
            return false;
        }
    }

    private boolean insert(Connection connection, String verb, String tail, String bucket, Instant until)
            throws SQLException {
        String insert = verb + " into " + table + " (bucket, window_until, taken) values (?, ?, 1)" + tail;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, bucket);
            statement.setObject(2, write(until));
            return statement.executeUpdate() == 1;
        }
    }
}
