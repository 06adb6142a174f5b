package dev.lockstile.auth.jpa.hosts;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.JpaAuthStoreBuilder;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A host that runs: database, tables, persistence unit. */
public final class OpenHost implements AutoCloseable {

    /** The tables were compared with the entities before. */
    private static final Map<String, Object> MIGRATED = Map.of("hibernate.hbm2ddl.auto", "none");

    private final TestHost host;
    private final HikariDataSource pool;
    private final EntityManagerFactory emf;

    public OpenHost(TestHost host, TestDatabase database) {
        this(host, MigratedHosts.open(host, database, config -> {}), MIGRATED);
    }

    /** A host on a database without tables. */
    public OpenHost(TestHost host, HikariDataSource pool) {
        this.host = host;
        this.pool = pool;
        host.createTables(pool);
        this.emf = host.open(pool);
    }

    private OpenHost(TestHost host, HikariDataSource pool, Map<String, Object> settings) {
        this.host = host;
        this.pool = pool;
        this.emf = host.open(pool, settings);
    }

    /** A host whose statements go through another data source on their way. */
    public static OpenHost through(TestHost host, TestDatabase database, UnaryOperator<DataSource> way) {
        HikariDataSource pool = MigratedHosts.open(host, database, config -> {});
        return new OpenHost(host, pool, migrated("hibernate.connection.datasource", way.apply(pool)));
    }

    /** A host whose transactions take their connection with their first statement. */
    public static OpenHost lazily(TestHost host, TestDatabase database) {
        return new OpenHost(
                host,
                MigratedHosts.open(host, database, config -> config.setAutoCommit(false)),
                migrated("hibernate.connection.provider_disables_autocommit", "true"));
    }

    private static Map<String, Object> migrated(String name, Object value) {
        Map<String, Object> settings = new HashMap<>(MIGRATED);
        settings.put(name, value);
        return settings;
    }

    public EntityManagerFactory emf() {
        return emf;
    }

    public HikariDataSource pool() {
        return pool;
    }

    public String table(AuthTable table) {
        return host.table(table);
    }

    /** The store on this host. */
    public JpaAuthStore store() {
        return builder().build();
    }

    public JpaAuthStoreBuilder builder() {
        return JpaAuthStore.builder(emf)
                .outboxTable(table(AuthTable.OUTBOX))
                .throttleTable(table(AuthTable.THROTTLE))
                .importTables(table(AuthTable.IMPORT_RUN).replaceFirst("_run$", ""));
    }

    /** Takes all rows out, users last. */
    public void empty() {
        List<EntityType<?>> order = emf.getMetamodel().getEntities().stream()
                .sorted(Comparator.comparing(
                        e -> e.getJavaType().getSimpleName().equals("User")))
                .toList();
        emf.runInTransaction(em ->
                order.forEach(e -> em.createQuery("delete from " + e.getName()).executeUpdate()));
        sql("delete from " + table(AuthTable.OUTBOX), "delete from " + table(AuthTable.THROTTLE));
        sql(
                "delete from " + table(AuthTable.IMPORT_RUN),
                "delete from " + table(AuthTable.IMPORT_CHUNK),
                "delete from " + table(AuthTable.IMPORT_HELD),
                "delete from " + table(AuthTable.IMPORT_BEFORE),
                "delete from " + table(AuthTable.IMPORT_SOURCE));
        if (pool.getJdbcUrl().startsWith("jdbc:mariadb")) {
            // A key that is inserted again while its deleted row is still on the page locks its neighbours out.
            sql("set global innodb_max_purge_lag_wait = 0");
        }
    }

    /** Runs plain SQL. */
    public void sql(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        emf.close();
        pool.close();
    }
}
