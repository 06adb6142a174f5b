package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.jpa.transaction.TransactionRunner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.DefaultJpaDialect;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaDialect;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the host's transaction manager begin, join and end the transactions of the store. A statement that stands alone
 * needs none, where the manager does nothing at a begin that the statement could miss, such as setting a tenant, and
 * where Spring has nothing on the thread: an entity manager of a web request may hold a connection, and a data source
 * may choose a replica by the transaction.
 */
final class SpringTransactions implements TransactionRunner {

    private final EntityManagerFactory entities;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate apart;

    SpringTransactions(EntityManagerFactory entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.transactions = transactions;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setName("lockstile");
    }

    @Override
    public @Nullable EntityManager current() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? EntityManagerFactoryUtils.getTransactionalEntityManager(entities)
                : null;
    }

    @Override
    public <R extends @Nullable Object> R inNew(Function<EntityManager, R> work) {
        return apart.execute(status -> work.apply(
                Objects.requireNonNull(current(), "the transaction manager is not the one of this persistence unit")));
    }

    /** Without a transaction where connections commit by themselves: the begin and the commit are waits. */
    @Override
    public <R extends @Nullable Object> R reading(Function<EntityManager, R> work) {
        if (isMissed() || isSpringOnThread()) {
            return inNew(work);
        }
        try (Session session = entities.unwrap(SessionFactory.class).openSession()) {
            if (session.doReturningWork(this::commitsByItself)) {
                return work.apply(session);
            }
        }
        return inNew(work);
    }

    /** Whether a transaction of this manager is more than a begin and a commit. */
    private boolean isMissed() {
        return transactions.getClass() != JpaTransactionManager.class
                || !(transactions instanceof JpaTransactionManager usual)
                || !isUsual(usual.getJpaDialect())
                || !usual.getTransactionExecutionListeners().isEmpty()
                || !usual.getJpaPropertyMap().isEmpty()
                || usual.getDefaultTimeout() != TransactionDefinition.TIMEOUT_DEFAULT;
    }

    private static boolean isUsual(JpaDialect dialect) {
        return dialect.getClass() == HibernateJpaDialect.class || dialect.getClass() == DefaultJpaDialect.class;
    }

    private boolean isSpringOnThread() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(entities);
    }

    private boolean commitsByItself(Connection connection) throws SQLException {
        if (LazyConnections.areThoseOf(entities)) {
            connection.setAutoCommit(true);
        }
        return connection.getAutoCommit();
    }

    @Override
    public <R extends @Nullable Object> R single(Function<EntityManager, R> work) {
        return reading(work);
    }
}
