package dev.lockstile.auth.schema.hosts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.test.TestPostgres;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The databases the store is tried on; every call gives one without tables. */
public enum TestDatabase {
    H2 {
        @Override
        HikariConfig fresh(String name) {
            HikariConfig config = at("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            config.setUsername("sa");
            return config;
        }
    },
    POSTGRES {
        @Override
        HikariConfig fresh(String name) {
            return at(TestPostgres.freshDatabase());
        }

        @Override
        HikariConfig at(String url) {
            HikariConfig config = super.at(url);
            config.setConnectionInitSql(LIMITS);
            return config;
        }
    },
    /** Only where its server is on the class path; see {@link #here}. */
    MARIADB {
        @Override
        HikariConfig fresh(String name) {
            return at(TestMariaDb.freshDatabase(name));
        }
    };

    /** The limits that the library recommends for a pool on PostgreSQL. */
    public static final String LIMITS = "set lock_timeout = '2s'; set statement_timeout = '5s';"
            + " set idle_in_transaction_session_timeout = '10s'";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int POOL = 12;

    /** Those that can be had; MariaDB only where its server is on the class path. */
    public static Stream<TestDatabase> here() {
        return Stream.of(values()).filter(database -> database != MARIADB || TestMariaDb.isOnClassPath());
    }

    /** A pool on a new database. */
    public HikariDataSource open() {
        return open(config -> {});
    }

    /** A pool on a new database, with other settings. */
    public HikariDataSource open(Consumer<HikariConfig> settings) {
        return open(fresh("lockstile_" + COUNT.incrementAndGet()), settings);
    }

    /** A pool on a database of this kind that is there already. */
    public HikariDataSource openAt(String url, Consumer<HikariConfig> settings) {
        return open(at(url), settings);
    }

    private static HikariDataSource open(HikariConfig config, Consumer<HikariConfig> settings) {
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        settings.accept(config);
        return new HikariDataSource(config);
    }

    abstract HikariConfig fresh(String name);

    HikariConfig at(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        return config;
    }
}
