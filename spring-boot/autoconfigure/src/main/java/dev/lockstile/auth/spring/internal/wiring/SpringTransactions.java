package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.jpa.transaction.TransactionRunner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the host's transaction manager begin, join and end the transactions of the store. */
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
        return apart.execute(status -> work.apply(Objects.requireNonNull(
                current(), "the transaction manager is" + " not the one of this persistence unit")));
    }
}
