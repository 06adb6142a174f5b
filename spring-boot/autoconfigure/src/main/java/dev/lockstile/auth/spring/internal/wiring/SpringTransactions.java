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
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the host's transaction manager begin, join and end the transactions of the store. A statement that stands alone
 * needs none. */
final class SpringTransactions implements TransactionRunner {

    private final EntityManagerFactory entities;
    private final TransactionTemplate apart;

    SpringTransactions(EntityManagerFactory entities, PlatformTransactionManager transactions) {
        this.entities = entities;
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
        try (Session session = entities.unwrap(SessionFactory.class).openSession()) {
            if (session.doReturningWork(this::commitsByItself)) {
                return work.apply(session);
            }
        }
        return inNew(work);
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
