package dev.lockstile.auth.jpa.internal.store;

import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.util.IdentityHashMap;
import java.util.Map;
import org.hibernate.FlushMode;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back to where a transaction of the host stood: a savepoint, and what its session held. What the session
 * has taken in since is let go and what was changed since is read anew, so that a later flush brings nothing back.
 */
final class SavepointRollback {

    private static final Logger LOG = LoggerFactory.getLogger(SavepointRollback.class);

    private final Session session;
    private final @Nullable Savepoint savepoint;
    private final Map<Object, @Nullable Object[]> before;

    private SavepointRollback(Session session, @Nullable Savepoint savepoint, Map<Object, @Nullable Object[]> before) {
        this.session = session;
        this.savepoint = savepoint;
        this.before = before;
    }

    /** From here; what the host has not written yet is written first, so that it stays. */
    static SavepointRollback from(Session session) {
        if (session.getHibernateFlushMode() != FlushMode.MANUAL) {
            session.flush();
        }
        Savepoint savepoint = null;
        try {
            savepoint = session.doReturningWork(connection -> connection.setSavepoint());
        } catch (HibernateException e) {
            LOG.debug("no savepoint here: work that fails takes the whole transaction with it", e);
        }
        Map<Object, @Nullable Object[]> held = new IdentityHashMap<>();
        for (Map.Entry<Object, EntityEntry> entry : entries(session)) {
            held.put(entry.getKey(), entry.getValue().getLoadedState());
        }
        return new SavepointRollback(session, savepoint, held);
    }

    /** False when only a roll back of the whole transaction helps. A statement that failed may have left it so. */
    boolean undoes(RuntimeException failure) {
        if (savepoint == null) {
            return false;
        }
        try {
            session.flush();
            session.doWork(connection -> connection.rollback(savepoint));
            forget();
            return true;
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** The work is to stay. */
    void release() {
        if (savepoint == null) {
            return;
        }
        session.doWork(connection -> {
            try {
                connection.releaseSavepoint(savepoint);
            } catch (SQLFeatureNotSupportedException e) {
                LOG.debug("savepoints here end with the transaction", e);
            }
        });
    }

    private void forget() {
        for (Map.Entry<Object, EntityEntry> entry : entries(session)) {
            if (!before.containsKey(entry.getKey())) {
                session.detach(entry.getKey());
            }
        }
        for (Map.Entry<Object, EntityEntry> entry : entries(session)) {
            if (before.get(entry.getKey()) != entry.getValue().getLoadedState()) {
                session.refresh(entry.getKey());
            }
        }
    }

    private static Map.Entry<Object, EntityEntry>[] entries(Session session) {
        return session.unwrap(SharedSessionContractImplementor.class)
                .getPersistenceContextInternal()
                .reentrantSafeEntityEntries();
    }
}
