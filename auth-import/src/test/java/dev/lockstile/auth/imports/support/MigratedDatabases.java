package dev.lockstile.auth.imports.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Databases with the library's tables. The migrations run once for each kind of database; further ones are copies, which
 * are made in a fraction of the time.
 */
final class MigratedDatabases {

    private MigratedDatabases() {}

    /** A pool on a new H2 database in memory. */
    static HikariDataSource onH2() {
        HikariDataSource pool = freshOnH2();
        Sql.execute(pool, H2.SCRIPT.toArray(String[]::new));
        return pool;
    }

    /** A pool on a new database of PostgreSQL. */
    static HikariDataSource onPostgres() {
        Postgres.require();
        return pool(Postgres.copyOf(OnPostgres.TEMPLATE), null);
    }

    /** A pool on a database that is there, with the migrations run. */
    static HikariDataSource migrated(String url) {
        return migrated(pool(url, null));
    }

    private static HikariDataSource freshOnH2() {
        return pool("jdbc:h2:mem:host_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
    }

    private static HikariDataSource migrated(HikariDataSource pool) {
        AuthSchema.builder(pool).build().migrate();
        return pool;
    }

    private static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static final class H2 {

        private static final List<String> SCRIPT = script();

        private static List<String> script() {
            try (HikariDataSource pool = migrated(freshOnH2())) {
                return Sql.rows(pool, "script nosettings nopasswords").stream()
                        .map(Map::values)
                        .map(row -> row.iterator().next())
                        .toList();
            }
        }
    }

    private static final class OnPostgres {

        private static final String TEMPLATE = template();

        private static String template() {
            String url = Postgres.freshDatabase();
            migrated(url).close();
            return url;
        }
    }
}
