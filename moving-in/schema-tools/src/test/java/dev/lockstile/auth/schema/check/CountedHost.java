package dev.lockstile.auth.schema.check;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.report.Finding;
import dev.lockstile.auth.schema.tools.EntityModel;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Tables whose keys come from a column, from a pooled sequence, from one sequence for two tables, and from nowhere. */
final class CountedHost implements AutoCloseable {

    private static final List<Class<?>> ENTITIES =
            List.of(NumberedTicket.class, PooledTicket.class, SharedTicket.class, SharedNote.class, RandomTicket.class);
    private static final List<Supplier<?>> ROWS =
            List.of(NumberedTicket::new, PooledTicket::new, SharedTicket::new, SharedNote::new, RandomTicket::new);

    private final HikariDataSource pool;
    private final List<Class<?>> entities;
    private final List<Supplier<?>> rows;
    private EntityManagerFactory unit;

    private CountedHost(HikariDataSource pool, List<Class<?>> entities, List<Supplier<?>> rows) {
        this.pool = pool;
        this.entities = entities;
        this.rows = rows;
        this.unit = open("create");
    }

    static CountedHost on(TestDatabase database) {
        return on(database, ENTITIES, ROWS);
    }

    /** The same with other tables. */
    static CountedHost on(TestDatabase database, List<Class<?>> entities, List<Supplier<?>> rows) {
        return new CountedHost(database.open(), entities, rows);
    }

    private EntityManagerFactory open(String tables) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("counted");
        entities.forEach(configuration::managedClass);
        configuration.property("hibernate.connection.datasource", pool);
        configuration.property("hibernate.hbm2ddl.auto", tables);
        return configuration.createEntityManagerFactory();
    }

    /** Another process, which draws blocks of keys anew. */
    void restart() {
        unit.close();
        unit = open("none");
    }

    void addOneOfEach() {
        try (EntityManager manager = unit.createEntityManager()) {
            manager.getTransaction().begin();
            rows.forEach(row -> manager.persist(row.get()));
            manager.getTransaction().commit();
        }
    }

    List<Finding> check() {
        return KeyCounterChecks.of(
                pool, EntityModel.of(entities.get(0), entities.stream().skip(1).toArray(Class<?>[]::new)));
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** The lowest key above the one that an update has given. */
    long lowestNewKey(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement run = connection.createStatement();
                ResultSet found = run.executeQuery("select min(id) from " + table + " where id > 5000")) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() {
        unit.close();
        pool.close();
    }

    @Entity
    @Table(name = "numbered_ticket")
    static class NumberedTicket {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String title;
    }

    @Entity
    @Table(name = "pooled_ticket")
    static class PooledTicket {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pooled")
        @SequenceGenerator(name = "pooled", sequenceName = "pooled_ticket_seq", allocationSize = 50)
        Long id;

        String title;
    }

    @Entity
    @Table(name = "shared_ticket")
    static class SharedTicket {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared")
        @SequenceGenerator(name = "shared", sequenceName = "shared_seq", allocationSize = 1)
        Long id;
    }

    @Entity
    @Table(name = "shared_note")
    static class SharedNote {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared_with_tickets")
        @SequenceGenerator(name = "shared_with_tickets", sequenceName = "shared_seq", allocationSize = 1)
        Long id;
    }

    @Entity
    @Table(name = "random_ticket")
    static class RandomTicket {
        @Id
        @GeneratedValue
        UUID id;
    }
}
