package dev.lockstile.auth.spring.internal.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which work of the store is in a transaction of Spring's. */
final class SpringTransactionsTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void a_read_and_a_single_write_end_no_transaction() {
        try (EntityManagerFactory entities = entities(lazily(database(true)))) {
            SpringTransactions transactions = transactions(entities);
            calls.clear(); // Hibernate looks at the database first
            assertThat(transactions.<Boolean>reading(SpringTransactionsTest::look))
                    .isTrue();
            assertThat(transactions.<Boolean>single(SpringTransactionsTest::look))
                    .isTrue();
            assertThat(calls).containsExactly("close", "close");
            assertThat(transactions.<Boolean>inNew(SpringTransactionsTest::look))
                    .isTrue();
            assertThat(calls).containsExactly("close", "close", "commit", "rollback", "close");
        }
    }

    @Test
    void connections_that_do_not_commit_by_themselves_get_a_transaction() {
        for (Map<String, Object> properties : List.of(lazily(database(false)), plainly(database(false)))) {
            try (EntityManagerFactory entities = entities(properties)) {
                calls.clear();
                assertThat(transactions(entities).<Boolean>single(SpringTransactionsTest::look))
                        .isTrue();
                assertThat(calls).as("%s", properties.keySet()).contains("commit");
            }
        }
    }

    @Test
    void an_entity_manager_that_spring_has_on_the_thread_is_used_so_that_no_second_connection_is_taken() {
        try (EntityManagerFactory entities = entities(lazily(database(true)));
                EntityManager ofRequest = entities.createEntityManager()) {
            SpringTransactions transactions = transactions(entities);
            TransactionSynchronizationManager.bindResource(entities, new EntityManagerHolder(ofRequest));
            try {
                assertThat(transactions.<Boolean>reading(given -> given == ofRequest))
                        .isTrue();
                assertThat(transactions.<Boolean>single(given -> given == ofRequest))
                        .isTrue();
            } finally {
                TransactionSynchronizationManager.unbindResource(entities);
            }
        }
    }

    @Test
    void a_transaction_of_the_host_that_only_reads_sends_nothing_of_the_store_to_a_replica() {
        try (EntityManagerFactory entities = entities(lazily(database(true)))) {
            JpaTransactionManager manager = new JpaTransactionManager(entities);
            SpringTransactions transactions = new SpringTransactions(entities, manager);
            TransactionTemplate host = new TransactionTemplate(manager);
            host.setReadOnly(true);
            Supplier<Boolean> single = () -> transactions.single(any -> isReadOnly());
            Supplier<Boolean> read = () -> transactions.reading(any -> isReadOnly());
            assertThat(host.<Boolean>execute(status -> isReadOnly())).isTrue();
            assertThat(host.<Boolean>execute(status -> single.get())).isFalse();
            assertThat(host.<Boolean>execute(status -> read.get())).isFalse();
        }
    }

    private static boolean isReadOnly() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    @Test
    void what_the_host_does_at_each_begin_is_done_for_reads_and_single_writes() {
        try (EntityManagerFactory entities = entities(lazily(database(true)))) {
            for (JpaTransactionManager manager :
                    List.of(ofTenant(entities), listening(entities), speaking(entities), bounded(entities))) {
                calls.clear();
                SpringTransactions transactions = new SpringTransactions(entities, manager);
                transactions.<Boolean>reading(SpringTransactionsTest::look);
                transactions.<Boolean>single(SpringTransactionsTest::look);
                assertThat(calls).filteredOn("commit"::equals).hasSize(2);
            }
        }
    }

    private static JpaTransactionManager ofTenant(EntityManagerFactory entities) {
        return new JpaTransactionManager(entities) {
            @Override
            protected void doBegin(Object transaction, TransactionDefinition definition) {
                super.doBegin(transaction, definition); // and sets the tenant
            }
        };
    }

    private static JpaTransactionManager listening(EntityManagerFactory entities) {
        JpaTransactionManager manager = new JpaTransactionManager(entities);
        manager.addListener(new TransactionExecutionListener() {});
        return manager;
    }

    private static JpaTransactionManager speaking(EntityManagerFactory entities) {
        JpaTransactionManager manager = new JpaTransactionManager(entities);
        manager.setJpaDialect(new HibernateJpaDialect() {});
        return manager;
    }

    private static JpaTransactionManager bounded(EntityManagerFactory entities) {
        JpaTransactionManager manager = new JpaTransactionManager(entities);
        manager.setDefaultTimeout(5);
        return manager;
    }

    private static boolean look(EntityManager manager) {
        return manager.createNativeQuery("select 1").getResultList().size() == 1;
    }

    private static SpringTransactions transactions(EntityManagerFactory entities) {
        return new SpringTransactions(entities, new JpaTransactionManager(entities));
    }

    private static EntityManagerFactory entities(Map<String, Object> properties) {
        PersistenceConfiguration unit = new PersistenceConfiguration("waits");
        properties.forEach(unit::property);
        return unit.createEntityManagerFactory();
    }

    private static Map<String, Object> lazily(DelegatingDataSource database) {
        Map<String, Object> properties = new HashMap<>();
        new LazyConnections(database).customize(properties);
        return properties;
    }

    private static Map<String, Object> plainly(DelegatingDataSource database) {
        return Map.of("hibernate.connection.datasource", database);
    }

    private DelegatingDataSource database(boolean commitsByItself) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:waits;DB_CLOSE_DELAY=-1");
        return new DelegatingDataSource(h2) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                real.setAutoCommit(commitsByItself);
                return noted(real);
            }
        };
    }

    private Connection noted(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (List.of("commit", "rollback", "close").contains(method.getName())) {
                        calls.add(method.getName());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
