package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.store.AuthStore.Work;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import java.sql.Connection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in transactions: of its own, with a bounded number of retries, or inside one of the host. */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int TRIES = 6;
    private static final long PAUSE_MICROS = 20_000;

    /** Whoever has waited this long hears "unavailable" rather than wait once more behind the same lock. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_800);

    private final EntityManagerFactory emf;
    private final Tables tables;
    private final PlainSql plain = new PlainSql();
    private final ThreadLocal<@Nullable Session> underWay = new ThreadLocal<>();

    public Transactions(EntityManagerFactory emf, Tables tables) {
        this.emf = emf;
        this.tables = tables;
    }

    /** Runs the work in a transaction of its own; when the database reports a collision, up to six times. */
    public <R extends @Nullable Object> R own(Work<R> work, boolean readOnly) {
        return again(() -> once(work, readOnly, Transactions::inTransaction));
    }

    /**
     * Runs work that only reads, likewise. Where the pool gives connections that commit by themselves, it runs without a
     * transaction: under READ COMMITTED every statement sees the newest data anyway, and each begin and commit that is
     * left out is a wait for the database less.
     */
    public <R extends @Nullable Object> R reads(Work<R> work) {
        return again(() -> once(work, true, Transactions::asItComes));
    }

    private static <R extends @Nullable Object> R again(Supplier<R> work) {
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                boolean lastTry = attempt == TRIES || System.nanoTime() - began > PATIENCE_NANOS;
                if (lastTry || Failure.of(e) != Failure.COLLISION) {
                    throw Failure.translate(e);
                }
                LOG.debug("the work collided with another transaction and runs again, try {}", attempt + 1);
                pause(attempt);
            }
        }
    }

    /** Runs the work in a transaction that is under way; whatever fails in it keeps the host from committing half. */
    public <R extends @Nullable Object> R joined(EntityManager host, Work<R> work) {
        Session session = host.unwrap(Session.class);
        try {
            return under(session, () -> work.run(OpenTx.joined(session, tables, plain)));
        } catch (RuntimeException e) {
            session.getTransaction().setRollbackOnly();
            throw Failure.translate(e);
        } catch (Error e) {
            session.getTransaction().setRollbackOnly();
            throw e;
        }
    }

    /** The innermost transaction of this thread; null when none is open. */
    public @Nullable EntityManager underWay() {
        return underWay.get();
    }

    private <R extends @Nullable Object> R under(Session session, Supplier<R> work) {
        Session outer = underWay.get();
        underWay.set(session);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                underWay.remove();
            } else {
                underWay.set(outer);
            }
        }
    }

    private <R extends @Nullable Object> R once(Work<R> work, boolean readOnly, Way way) {
        OpenTx tx;
        R result;
        try (Session session = emf.createEntityManager().unwrap(Session.class)) {
            session.setFlushMode(FlushModeType.COMMIT);
            session.setDefaultReadOnly(readOnly);
            OpenTx opened = OpenTx.own(session, tables, plain, readOnly);
            result = way.run(session, () -> under(session, () -> work.run(opened)));
            tx = opened;
        }
        tx.committed();
        return result;
    }

    /** A connection that does not commit by itself would be left in a transaction that nobody ends. */
    private static <R extends @Nullable Object> R asItComes(Session session, Supplier<R> work) {
        boolean commitsByItself = session.doReturningWork(Connection::getAutoCommit);
        return commitsByItself ? work.get() : inTransaction(session, work);
    }

    private static <R extends @Nullable Object> R inTransaction(Session session, Supplier<R> work) {
        session.getTransaction().begin();
        try {
            R result = work.get();
            session.getTransaction().commit();
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(session, e);
            throw e;
        }
    }

    /** A connection that is gone cannot roll back; the database has done so, and the first failure is the one to tell. */
    private static void rollBack(Session session, Throwable first) {
        try {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }

    private static void pause(int attempt) {
        long micros = ThreadLocalRandom.current().nextLong(1_000, PAUSE_MICROS * attempt);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    /** How the work stands to a transaction. */
    private interface Way {
        <R extends @Nullable Object> R run(Session session, Supplier<R> work);
    }
}
