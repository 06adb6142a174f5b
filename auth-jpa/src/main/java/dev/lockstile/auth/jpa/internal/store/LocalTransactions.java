package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.transaction.TransactionRunner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Transactions begun on the entity manager factory, and those of a host that tells where its own is. */
public final class LocalTransactions implements TransactionRunner {

    private final EntityManagerFactory emf;
    private final Supplier<? extends @Nullable EntityManager> host;
    private final ThreadLocal<@Nullable Session> own = new ThreadLocal<>();

    /** @param host the entity manager that the host works with on the calling thread; gives null for none */
    public LocalTransactions(EntityManagerFactory emf, Supplier<? extends @Nullable EntityManager> host) {
        this.emf = emf;
        this.host = host;
    }

    @Override
    public @Nullable EntityManager current() {
        Session mine = own.get();
        if (mine != null) {
            return mine;
        }
        EntityManager theirs = host.get();
        return theirs != null && theirs.isOpen() && isInTransaction(theirs) ? theirs : null;
    }

    /** A framework's entity manager may know only the framework's transactions, so the session is asked too. */
    private static boolean isInTransaction(EntityManager theirs) {
        return theirs.isJoinedToTransaction()
                || theirs.unwrap(SharedSessionContractImplementor.class).isTransactionInProgress();
    }

    @Override
    public <R extends @Nullable Object> R inNew(Function<EntityManager, R> work) {
        try (Session session = emf.createEntityManager().unwrap(Session.class)) {
            return inTransaction(session, work);
        }
    }

    /**
     * Where the pool gives connections that commit by themselves, without a transaction: under READ COMMITTED every
     * statement sees the newest data anyway, and each begin and commit that is left out is a wait for the database
     * less.
     */
    @Override
    public <R extends @Nullable Object> R reading(Function<EntityManager, R> work) {
        try (Session session = emf.createEntityManager().unwrap(Session.class)) {
            // a connection that does not commit by itself would be left in a transaction that is not ended
            boolean commitsByItself = session.doReturningWork(Connection::getAutoCommit);
            return commitsByItself ? work.apply(session) : inTransaction(session, work);
        }
    }

    /** A statement on a connection that commits by itself needs no begin and no commit either. */
    @Override
    public <R extends @Nullable Object> R single(Function<EntityManager, R> work) {
        return reading(work);
    }

    private <R extends @Nullable Object> R inTransaction(Session session, Function<EntityManager, R> work) {
        session.getTransaction().begin();
        try {
            R result = as(session, work);
            session.getTransaction().commit();
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(session, e);
            throw e;
        }
    }

    private <R extends @Nullable Object> R as(Session session, Function<EntityManager, R> work) {
        Session outer = own.get();
        own.set(session);
        try {
            return work.apply(session);
        } finally {
            if (outer == null) {
                own.remove();
            } else {
                own.set(outer);
            }
        }
    }

    /**
     * A connection that is gone cannot roll back; the database has done so, and the first failure is the one to tell.
     */
    private static void rollBack(Session session, Throwable first) {
        try {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }
}
