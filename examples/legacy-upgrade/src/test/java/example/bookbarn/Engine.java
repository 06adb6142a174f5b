package example.bookbarn;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestMariaDb;
import dev.lockstile.test.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The databases that the shop runs on. */
enum Engine {
    H2 {
        @Override
        String freshUrl() {
            return "jdbc:h2:mem:barn_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        }

        @Override
        List<String> dump(DataSource database) throws SQLException {
            return H2Dump.of(database);
        }
    },
    POSTGRES {
        @Override
        String freshUrl() {
            return TestPostgres.freshDatabase();
        }

        @Override
        List<String> dump(DataSource database) throws SQLException {
            return PostgresDump.of(database);
        }
    },
    /** Only where its server is on the class path; see {@link #here}. */
    MARIADB {
        @Override
        String freshUrl() {
            return TestMariaDb.freshDatabase(
                    "barn_" + UUID.randomUUID().toString().replace('-', '_'));
        }

        @Override
        List<String> dump(DataSource database) {
            return MariaDbDump.of(database);
        }
    };

    /** Those that can be had. */
    static Stream<Engine> here() {
        return Stream.of(values()).filter(engine -> engine != MARIADB || TestMariaDb.isOnClassPath());
    }

    /** The address of a new, empty database. */
    abstract String freshUrl();

    /** All that is in a database, statement by statement. */
    abstract List<String> dump(DataSource database) throws SQLException;

    HikariDataSource fresh() {
        return open(freshUrl());
    }

    static HikariDataSource open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
