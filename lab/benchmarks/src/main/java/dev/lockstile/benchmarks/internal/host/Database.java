package dev.lockstile.benchmarks.internal.host;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.PostgresTimeouts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** Where a database is, and who signs in there. */
public record Database(String url, String user) {

    private static final AtomicInteger IN_MEMORY = new AtomicInteger();

    /** A new H2 database in the memory of this process. */
    public static Database h2() {
        return new Database("jdbc:h2:mem:bench" + IN_MEMORY.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa");
    }

    /** True for PostgreSQL. */
    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql");
    }

    /** PostgreSQL by a driver that sends a statement's text as it is, for those that explain others. */
    public DataSource plain() {
        PGSimpleDataSource plain = new PGSimpleDataSource();
        plain.setUrl(url);
        plain.setPreferQueryMode(PreferQueryMode.SIMPLE);
        return plain;
    }

    /** A connection with no pool around it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** A pool of that many connections, as the library's documentation sets one up. */
    public HikariDataSource pool(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(connections);
        if (isPostgres()) {
            config.setConnectionInitSql(PostgresTimeouts.connectionInitSql());
        }
        return new HikariDataSource(config);
    }
}
