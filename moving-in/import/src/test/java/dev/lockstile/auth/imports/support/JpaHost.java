package dev.lockstile.auth.imports.support;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.auth.store.AuthStore;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The simplest host on a real database. */
public final class JpaHost implements AutoCloseable {

    private final HikariDataSource pool;
    private final EntityManagerFactory emf;

    private JpaHost(MigratedDatabases.Migrated database, List<Class<?>> entities) {
        pool = database.pool();
        PersistenceConfiguration unit = new PersistenceConfiguration("host");
        entities.forEach(unit::managedClass);
        unit.property("hibernate.connection.datasource", pool);
        unit.property("hibernate.hbm2ddl.auto", database.copied() ? "none" : "validate");
        emf = unit.createEntityManagerFactory();
    }

    /** A host on an H2 database in memory. */
    public static JpaHost onH2() {
        return onH2(HostEntities.ALL);
    }

    /** A host that keeps no ledger. */
    public static JpaHost withoutLedger() {
        return onH2(HostEntities.ALL.stream()
                .filter(entity -> entity != HostEntities.LegacyLink.class)
                .toList());
    }

    /** A host that keeps no second factors. */
    public static JpaHost withoutFactors() {
        return onH2(HostEntities.ALL.stream()
                .filter(entity -> entity != HostEntities.Totp.class && entity != HostEntities.RecoveryCode.class)
                .toList());
    }

    private static JpaHost onH2(List<Class<?>> entities) {
        return new JpaHost(MigratedDatabases.onH2(), entities);
    }

    /** A host on PostgreSQL. */
    public static JpaHost onPostgres() {
        return new JpaHost(MigratedDatabases.onPostgres(), HostEntities.ALL);
    }

    /** A host on a database of PostgreSQL that is there. */
    public static JpaHost onPostgres(String url) {
        return new JpaHost(MigratedDatabases.migrated(url), HostEntities.ALL);
    }

    /**
     * A host on a database of PostgreSQL that is there, whose pool hands out every connection without a look at it, at
     * whatever speed the test runs. A pool looks else at those that were not used for half a second.
     */
    public static JpaHost withUncheckedConnections(String url) {
        String window = "com.zaxxer.hikari.aliveBypassWindowMs";
        System.setProperty(window, String.valueOf(Duration.ofHours(1).toMillis()));
        try {
            return onPostgres(url);
        } finally {
            System.clearProperty(window);
        }
    }

    /** The entities over tables in the schema of that name, whichever is the current one. */
    public static EntityManagerFactory inSchema(HikariDataSource pool, String schema) {
        PersistenceConfiguration unit = new PersistenceConfiguration("host");
        HostEntities.ALL.forEach(unit::managedClass);
        unit.property("hibernate.connection.datasource", pool);
        unit.property("hibernate.default_schema", schema);
        return unit.createEntityManagerFactory();
    }

    public AuthStore store() {
        return JpaAuthStore.of(emf);
    }

    /** The persistence unit. */
    public EntityManagerFactory entities() {
        return emf;
    }

    /** Adds what a changelog of a host has more than that of the library. */
    public JpaHost migrate(String changelog) {
        AuthSchema.builder(pool).hostChangelog(changelog).build().migrate();
        return this;
    }

    /** The rows of a query, cells as texts by lower-case names. */
    public List<Map<String, String>> rows(String sql) {
        return Sql.rows(pool, sql);
    }

    /** One number. */
    public long count(String sql) {
        return Long.parseLong(rows(sql).get(0).values().iterator().next());
    }

    /** The host's own database as a source. */
    public Source source() {
        try {
            return JdbcSource.of(pool.getConnection(), "the host's own");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String... statements) {
        Sql.execute(pool, statements);
    }

    /** Closes idle connections, so that the pool opens new ones. */
    public void dropIdleConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** Takes all rows out of the library's tables, on H2. */
    public void empty() {
        execute("set referential_integrity false");
        rows("select table_name from information_schema.tables"
                        + " where table_schema = 'PUBLIC' and table_name like 'AUTH%'")
                .forEach(table -> execute("truncate table " + table.get("table_name")));
        execute("set referential_integrity true");
    }

    /** A database in memory ends with its host, and not with the JVM, which many hosts share. */
    @Override
    public void close() {
        emf.close();
        if (pool.getJdbcUrl().startsWith("jdbc:h2:mem:")) {
            execute("set db_close_delay 0");
        }
        pool.close();
    }
}
