package dev.lockstile.auth.jpa.hosts;

import dev.lockstile.auth.jpa.transaction.TransactionRunner;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transactions as Spring's {@code JpaTransactionManager} runs them: the entity manager is bound to the thread, inner
 * work joins or suspends, what waits for the end runs while the connection is still held, work that joined and failed
 * dooms the whole, and a commit that fails arrives in an exception of the framework's own.
 */
public final class BoundTransactions implements TransactionRunner {

    private final EntityManagerFactory emf;
    private final ThreadLocal<Deque<Bound>> bound = ThreadLocal.withInitial(ArrayDeque::new);

    public BoundTransactions(EntityManagerFactory emf) {
        this.emf = emf;
    }

    /** What a repository of the host works with. */
    public EntityManager manager() {
        return Objects.requireNonNull(current(), "no transaction is bound to this thread");
    }

    @Override
    public @Nullable EntityManager current() {
        Bound innermost = bound.get().peek();
        return innermost == null ? null : innermost.manager;
    }

    /** As {@code @Transactional}: joins, or begins. */
    public <R extends @Nullable Object> R required(Function<EntityManager, R> work) {
        Bound outer = bound.get().peek();
        if (outer == null) {
            return inNew(work);
        }
        try {
            return work.apply(outer.manager);
        } catch (RuntimeException e) {
            outer.rollBackOnly = true;
            throw e;
        }
    }

    @Override
    public <R extends @Nullable Object> R inNew(Function<EntityManager, R> work) {
        Bound mine = new Bound(emf.createEntityManager());
        mine.manager.getTransaction().begin();
        bound.get().push(mine);
        boolean committed = false;
        try {
            R result = work.apply(mine.manager);
            commit(mine);
            committed = true;
            return result;
        } finally {
            end(mine, committed);
        }
    }

    private static void commit(Bound mine) {
        if (mine.rollBackOnly) {
            throw new FrameworkException("rolled back because it was marked so", null);
        }
        try {
            mine.manager.getTransaction().commit();
        } catch (RuntimeException e) {
            throw new FrameworkException("the commit failed", e);
        }
    }

    private void end(Bound mine, boolean committed) {
        try {
            if (mine.manager.getTransaction().isActive()) {
                mine.manager.getTransaction().rollback();
            }
            mine.atEnd.forEach(action -> action.accept(committed));
        } finally {
            bound.get().pop();
            mine.manager.close();
        }
    }

    @Override
    public void rollBackOnly(EntityManager current) {
        find(current).rollBackOnly = true;
    }

    @Override
    public void afterCompletion(EntityManager current, Consumer<Boolean> action) {
        find(current).atEnd.add(action);
    }

    private Bound find(EntityManager manager) {
        return bound.get().stream()
                .filter(one -> one.manager == manager)
                .findFirst()
                .orElseThrow();
    }

    /** What the framework throws in place of what the persistence provider has thrown. */
    public static final class FrameworkException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FrameworkException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private static final class Bound {

        private final EntityManager manager;
        private final List<Consumer<Boolean>> atEnd = new ArrayList<>();
        private boolean rollBackOnly;

        Bound(EntityManager manager) {
            this.manager = manager;
        }
    }
}
