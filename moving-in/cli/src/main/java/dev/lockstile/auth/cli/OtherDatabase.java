package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.source.SourceAccess;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database given on the command line. Each connection is a new one; a command needs few. */
final class OtherDatabase implements DataSource {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    OtherDatabase(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(user, password);
    }

    /** Without the driver's own words, which quote the address with its password. */
    private Connection connect(@Nullable String name, @Nullable String word) throws SQLException {
        try {
            return DriverManager.getConnection(url, name, word);
        } catch (SQLException e) {
            String safe = new SourceAccess(url, null, null).safeUrl();
            throw new SQLException(
                    "cannot connect to " + safe + " (SQL state " + e.getSQLState() + ")", e.getSQLState());
        }
    }

    @Override
    public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
        return connect(otherUser, otherPassword);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing behind it");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
