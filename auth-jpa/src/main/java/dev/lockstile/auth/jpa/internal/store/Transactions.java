package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.DatabaseFailure;
import dev.lockstile.auth.jpa.internal.sql.PlainSql;
import dev.lockstile.auth.jpa.internal.sql.Rows;
import dev.lockstile.auth.jpa.transaction.TransactionRunner;
import dev.lockstile.auth.store.AuthStore.Work;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.imports.ImportTx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions: of its own, with a bounded number of retries, or inside one that is under way. A thread
 * that holds a connection never gets a second one: with all connections of a pool held so, all threads would wait for
 * each other.
 */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int TRIES = 6;
    private static final long PAUSE_MICROS = 20_000;

    /** A caller that has waited this long hears "unavailable" rather than wait once more behind the same lock. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_800);

    private final TransactionRunner runner;
    private final StoreContext context;
    private final DuplicateKeys keys;
    private final ThreadLocal<@Nullable OpenTx> innermost = new ThreadLocal<>();
    private final ThreadLocal<Boolean> completing = ThreadLocal.withInitial(() -> false);

    /** @param imports makes the verbs of an import for an open transaction */
    public Transactions(
            EntityManagerFactory emf, TransactionRunner runner, Tables tables, Function<Rows, ImportTx> imports) {
        this.runner = runner;
        this.context = new StoreContext(tables, new PlainSql(), imports);
        this.keys = new DuplicateKeys(emf, tables);
    }

    /** Reads from the database what later failures are told apart by. */
    public void readKeys() {
        keys.read();
    }

    /** Runs the work in the transaction that is under way, else in one of its own. */
    public <R extends @Nullable Object> R join(Work<R> work) {
        EntityManager current = runner.current();
        return current == null ? own(work) : joined(current, work);
    }

    /**
     * Runs the work in a transaction of its own; when the database reports a collision, up to six times.
     *
     * @throws ConnectionHeldException while the thread holds a connection
     */
    public <R extends @Nullable Object> R alone(Work<R> work) {
        requireFree();
        return own(work);
    }

    /**
     * Runs work that writes with one statement at most: likewise, but where it can without a transaction around it.
     *
     * @throws ConnectionHeldException while the thread holds a connection
     */
    public <R extends @Nullable Object> R single(Work<R> work) {
        requireFree();
        return again(work, false, runner::single);
    }

    private void requireFree() {
        if (isHeld()) {
            throw new ConnectionHeldException();
        }
    }

    private <R extends @Nullable Object> R own(Work<R> work) {
        return again(work, false, runner::inNew);
    }

    /** Runs work that only reads: on the connection that the thread holds, else apart from the host, likewise. */
    public <R extends @Nullable Object> R reads(Work<R> work) {
        return isHeld() ? within(work) : again(work, true, runner::reading);
    }

    /** The same for work whose statements have to see one and the same moment. */
    public <R extends @Nullable Object> R readsAtOnce(Work<R> work) {
        return isHeld() ? within(work) : again(work, true, runner::inNew);
    }

    /** True while the calling thread holds a connection, or does what comes right after a commit and may hold one. */
    public boolean holdsConnection() {
        return completing.get() || isHeld();
    }

    /** A transaction that has not taken its connection yet holds none. */
    private boolean isHeld() {
        EntityManager current = runner.current();
        return innermost.get() != null
                || (current != null
                        && current.unwrap(SharedSessionContractImplementor.class)
                                .getJdbcCoordinator()
                                .getLogicalConnection()
                                .isPhysicallyConnected());
    }

    /** The innermost transaction of this thread; null when none is open. */
    public @Nullable EntityManager underWay() {
        OpenTx open = innermost.get();
        return open == null ? null : open.session();
    }

    private <R extends @Nullable Object> R again(Work<R> work, boolean readOnly, Way way) {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Run<R> run = new Run<>(work, readOnly);
            try {
                R result = way.run(run::in);
                run.committed();
                return result;
            } catch (RuntimeException e) {
                DatabaseFailure kind = run.isUnderWay() ? DatabaseFailure.of(e) : DatabaseFailure.ofAnyType(e);
                boolean lastTry = attempt == TRIES || System.nanoTime() - began > PATIENCE_NANOS;
                if (lastTry || kind != DatabaseFailure.COLLISION) {
                    throw run.isFailureOfHost(e) ? e : DatabaseFailure.translate(e, decided(e, kind));
                }
                LOG.debug("the work collided with another transaction and runs again, try {}", attempt + 1);
                pause(attempt);
            }
        }
    }

    /** Which key it was is asked after the transaction, on a connection of its own unless the thread holds one. */
    private @Nullable DatabaseFailure decided(RuntimeException failure, @Nullable DatabaseFailure kind) {
        if (kind != DatabaseFailure.DUPLICATE) {
            return kind;
        }
        return holdsConnection() ? keys.kind(failure, null) : keys.kind(failure);
    }

    /**
     * Runs the work in a transaction that is under way. What fails is undone and the rest stays; where it cannot be
     * undone, the transaction can only be rolled back, so that no half is committed.
     */
    private <R extends @Nullable Object> R joined(EntityManager current, Work<R> work) {
        Session session = current.unwrap(Session.class);
        OpenTx tx = OpenTx.joined(session, context);
        OpenTx outer = innermost.get();
        SavepointRollback undo = SavepointRollback.from(session);
        R result;
        try {
            result = under(tx, () -> work.run(tx));
        } catch (RuntimeException e) {
            boolean undone = undo.undoes(e);
            if (!undone) {
                runner.rollBackOnly(current);
            }
            DatabaseFailure kind = DatabaseFailure.of(e);
            if (kind == DatabaseFailure.DUPLICATE && !tx.isFailureOfHost(e)) {
                kind = keys.kind(e, undone ? session : null);
            }
            throw tx.isFailureOfHost(e) ? e : DatabaseFailure.translate(e, kind);
        } catch (Error e) {
            runner.rollBackOnly(current);
            throw e;
        }
        undo.release();
        if (outer != null && outer.session() == session) {
            outer.take(tx);
        } else {
            runner.afterCompletion(current, committed -> complete(tx, committed));
        }
        return result;
    }

    /** The host's connection may not be given back yet. */
    private void complete(OpenTx tx, boolean committed) {
        if (!committed) {
            return;
        }
        completing.set(true);
        try {
            tx.committed();
        } finally {
            completing.remove();
        }
    }

    private <R extends @Nullable Object> R within(Work<R> work) {
        OpenTx outer = innermost.get();
        EntityManager current = runner.current();
        Session session = current == null && outer != null
                ? outer.session()
                : Objects.requireNonNull(current).unwrap(Session.class);
        OpenTx tx = OpenTx.reading(session, context);
        try {
            return under(tx, () -> work.run(tx));
        } catch (RuntimeException e) {
            DatabaseFailure kind = DatabaseFailure.of(e);
            if (kind != null && current != null) {
                runner.rollBackOnly(current);
            }
            throw DatabaseFailure.translate(e, kind);
        }
    }

    private <R extends @Nullable Object> R under(OpenTx tx, Supplier<R> work) {
        OpenTx outer = innermost.get();
        innermost.set(tx);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                innermost.remove();
            } else {
                innermost.set(outer);
            }
        }
    }

    private static void pause(int attempt) {
        long micros = ThreadLocalRandom.current().nextLong(1_000, PAUSE_MICROS * attempt);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    /** How the work comes by its entity manager. */
    private interface Way {
        <R extends @Nullable Object> R run(Function<EntityManager, R> work);
    }

    /** One run of a piece of work. */
    private final class Run<R extends @Nullable Object> {

        private final Work<R> work;
        private final boolean readOnly;
        private @Nullable OpenTx tx;
        private boolean over;

        Run(Work<R> work, boolean readOnly) {
            this.work = work;
            this.readOnly = readOnly;
        }

        R in(EntityManager manager) {
            OpenTx opened = OpenTx.own(manager.unwrap(Session.class), context, readOnly);
            tx = opened;
            R result = opened.own(() -> under(opened, () -> work.run(opened)));
            over = true;
            return result;
        }

        void committed() {
            if (tx != null) {
                tx.committed();
            }
        }

        /** False when what failed is the begin or the commit. */
        boolean isUnderWay() {
            return tx != null && !over;
        }

        boolean isFailureOfHost(RuntimeException e) {
            return tx != null && tx.isFailureOfHost(e);
        }
    }
}
