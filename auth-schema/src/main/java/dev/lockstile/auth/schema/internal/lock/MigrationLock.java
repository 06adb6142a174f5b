package dev.lockstile.auth.schema.internal.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The lock that keeps two migrations of one database apart, and its name: {@link #KEY} of an advisory lock on
 * PostgreSQL, {@link #NAME} of GET_LOCK on MariaDB and MySQL. It belongs to a session and ends with it, so that a
 * killed migration leaves none; Liquibase's own lock is a row and stays.
 */
public final class MigrationLock {

    /** An arbitrary number that stands for this library's migrations. */
    public static final long KEY = 0x4C4F434B5354494CL;

    /** A shared lock of a process that has its turn and waits for Liquibase's own lock: not the holder of that one. */
    public static final long WAITING_KEY = KEY + 1;

    /** The same for databases whose locks have names. */
    public static final String NAME = "lockstile.schema";

    /** As {@link #WAITING_KEY}. */
    public static final String WAITING_NAME = "lockstile.schema.waiting";

    private MigrationLock() {}

    /**
     * Takes it on MariaDB and MySQL, where the statement itself waits. False when another session holds it after that.
     */
    public static boolean takeNamed(Connection connection, int seconds) throws SQLException {
        if (!isMySql(connection)) {
            return true;
        }
        try (PreparedStatement get = connection.prepareStatement("select get_lock(?, ?)")) {
            get.setString(1, NAME);
            get.setInt(2, seconds);
            try (ResultSet found = get.executeQuery()) {
                return found.next() && found.getInt(1) == 1;
            }
        }
    }

    /** Gives it back. */
    public static void giveNamed(Connection connection) throws SQLException {
        if (isMySql(connection)) {
            try (PreparedStatement give = connection.prepareStatement("select release_lock(?)")) {
                give.setString(1, NAME);
                give.execute();
            }
        }
    }

    /** Says that this session, which has its turn, waits for the lock of Liquibase and is not its holder. */
    public static void beginWaiting(Connection connection) throws SQLException {
        run(
                connection,
                "select pg_advisory_lock_shared(" + WAITING_KEY + ")",
                "select get_lock('" + WAITING_NAME + "', 1)");
    }

    /** Says that it waits no longer. */
    public static void endWaiting(Connection connection) throws SQLException {
        run(
                connection,
                "select pg_advisory_unlock_shared(" + WAITING_KEY + ")",
                "select release_lock('" + WAITING_NAME + "')");
    }

    private static void run(Connection connection, String postgres, String mySql) throws SQLException {
        boolean isPostgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        if (isPostgres || isMySql(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(isPostgres ? postgres : mySql);
            }
        }
    }

    private static boolean isMySql(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("mariadb") || product.contains("mysql");
    }
}
