package dev.lockstile.auth.imports.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.test.TestPostgres;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Databases with the library's tables. The migrations run once for each kind of database, and Hibernate compares the
 * entities with their tables there; further databases are copies, which are made in a fraction of the time.
 */
final class MigratedDatabases {

    private MigratedDatabases() {}

    /**
     * A database with the library's tables.
     *
     * @param copied true where the original was compared with the entities
     */
    record Migrated(HikariDataSource pool, boolean copied) {}

    /** A new H2 database in memory. */
    static Migrated onH2() {
        HikariDataSource pool = freshOnH2();
        Sql.execute(pool, H2.SCRIPT.toArray(String[]::new));
        return new Migrated(pool, true);
    }

    /** A new database of PostgreSQL. */
    static Migrated onPostgres() {
        TestPostgres.require();
        return new Migrated(pool(TestPostgres.copyOf(OnPostgres.TEMPLATE), null), true);
    }

    /** A database that is there, with the migrations run. */
    static Migrated migrated(String url) {
        return new Migrated(migrated(pool(url, null)), false);
    }

    private static HikariDataSource freshOnH2() {
        return pool("jdbc:h2:mem:host_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
    }

    private static HikariDataSource migrated(HikariDataSource pool) {
        AuthSchema.builder(pool).build().migrate();
        return pool;
    }

    private static HikariDataSource compared(HikariDataSource pool) {
        PersistenceConfiguration unit = new PersistenceConfiguration("original");
        HostEntities.ALL.forEach(unit::managedClass);
        unit.property("hibernate.connection.datasource", migrated(pool));
        unit.property("hibernate.hbm2ddl.auto", "validate");
        unit.createEntityManagerFactory().close();
        return pool;
    }

    private static HikariDataSource pool(String url, @Nullable String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static final class H2 {

        private static final List<String> SCRIPT = script();

        private static List<String> script() {
            try (HikariDataSource pool = compared(freshOnH2())) {
                return Sql.rows(pool, "script nopasswords nosettings").stream()
                        .map(row -> row.get("script"))
                        .toList();
            }
        }
    }

    private static final class OnPostgres {

        private static final String TEMPLATE = template();

        private static String template() {
            String url = TestPostgres.freshDatabase();
            compared(pool(url, null)).close();
            return url;
        }
    }
}
