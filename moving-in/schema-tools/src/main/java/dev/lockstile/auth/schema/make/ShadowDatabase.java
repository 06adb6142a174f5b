package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.report.SchemaException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An empty H2 in memory to replay a changelog on. It lives as long as this object is open. */
final class ShadowDatabase implements DataSource, AutoCloseable {

    /** Types of PostgreSQL and its usual extensions that H2 has not. */
    private static final List<String> FOREIGN = List.of(
            "citext",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "tsvector",
            "tsquery",
            "xml",
            "money",
            "hstore",
            "ltree",
            "jsonb",
            "timetz",
            "varbit",
            "point");

    private final String url;
    private final Connection keeper;

    private ShadowDatabase(String url, Connection keeper) {
        this.url = url;
        this.keeper = keeper;
    }

    static ShadowDatabase open() {
        String url = "jdbc:h2:mem:lockstile_shadow_" + Long.toHexString(System.nanoTime());
        try {
            Connection keeper = DriverManager.getConnection(url, "sa", "");
            knowForeignTypes(keeper);
            return new ShadowDatabase(url, keeper);
        } catch (SQLException e) {
            throw new SchemaException(
                    "the changelog is replayed on H2 in memory: put com.h2database:h2 on the class path of the command",
                    e);
        }
    }

    /** So that a changelog or an entity may name them: what they hold does not matter where there are no rows. */
    private static void knowForeignTypes(Connection keeper) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            for (String type : FOREIGN) {
                statement.execute("create domain " + type + " as varchar(1000000)");
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new SchemaException("the comparison database cannot be closed", e);
        }
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
