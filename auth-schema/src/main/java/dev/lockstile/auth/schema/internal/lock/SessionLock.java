package dev.lockstile.auth.schema.internal.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The lock that belongs to a session, where the database has such a thing: an advisory lock of PostgreSQL, GET_LOCK of
 * MariaDB and MySQL. It goes when the session goes, so that a killed migration leaves none; Liquibase's own lock is a row
 * and stays.
 */
public final class SessionLock {

    /** An arbitrary number that stands for this library's migrations. */
    public static final long KEY = 0x4C4F434B5354494CL;

    /** The same for databases whose locks have names. */
    public static final String NAME = "lockstile.schema";

    private SessionLock() {}

    /** Takes it on MariaDB and MySQL, where it is a statement with a patience of its own. False when others hold it on. */
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

    private static boolean isMySql(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.contains("mariadb") || product.contains("mysql");
    }
}
