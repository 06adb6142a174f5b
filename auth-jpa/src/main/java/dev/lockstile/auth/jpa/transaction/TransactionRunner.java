package dev.lockstile.auth.jpa.transaction;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.resource.transaction.spi.TransactionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Begins, joins and ends the transactions of a {@code JpaAuthStore}. Without one the store begins transactions on its
 * entity manager factory; a host whose framework runs transactions (Spring's {@code PlatformTransactionManager}, JTA)
 * gives one, and then a hook sees through the host's own repositories what the flow has written, and what it writes
 * through them goes when the flow is rolled back. To be used by many threads at once; all that is asked for belongs to
 * the calling thread.
 */
public interface TransactionRunner {

    /**
     * {@return the entity manager of the innermost transaction that the calling thread is in, of any origin; null
     * while it is in none} In Spring {@code EntityManagerFactoryUtils.getTransactionalEntityManager}, while {@code
     * TransactionSynchronizationManager.isActualTransactionActive()}.
     */
    @Nullable
    EntityManager current();

    /**
     * Runs work in a new transaction, apart from one that is under way, and commits it; {@link #current} gives its
     * entity manager meanwhile. When the work throws, rolls back and passes the exception on as it is. The connection
     * is given back before this returns or throws. In Spring {@code PROPAGATION_REQUIRES_NEW}.
     *
     * @param <R> what the work gives back
     * @param work called once, on the calling thread
     * @return what the work gave back
     */
    <R extends @Nullable Object> R inNew(Function<EntityManager, R> work);

    /**
     * Runs work that only reads, apart from a transaction that is under way. It needs no transaction of its own.
     *
     * @param <R> what the work gives back
     * @param work called once, on the calling thread; writes nothing
     * @return what the work gave back
     */
    default <R extends @Nullable Object> R reading(Function<EntityManager, R> work) {
        return inNew(work);
    }

    /**
     * Runs work that writes with one statement at most, apart from a transaction that is under way. It needs no
     * transaction of its own where the connection commits each statement.
     *
     * @param <R> what the work gives back
     * @param work called once, on the calling thread
     * @return what the work gave back
     */
    default <R extends @Nullable Object> R single(Function<EntityManager, R> work) {
        return inNew(work);
    }

    /**
     * Lets nothing but a roll back end the transaction of that entity manager.
     *
     * @param current of a transaction that the calling thread is in
     */
    default void rollBackOnly(EntityManager current) {
        current.unwrap(Session.class).getTransaction().setRollbackOnly();
    }

    /**
     * Runs the action once the transaction of that entity manager is over, with true when it was committed.
     *
     * @param current of a transaction that the calling thread is in
     * @param action called once
     */
    default void afterCompletion(EntityManager current, Consumer<Boolean> action) {
        current.unwrap(Session.class)
                .getTransaction()
                .runAfterCompletion(status -> action.accept(status == TransactionStatus.COMMITTED));
    }
}
