package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.DatabaseFailure;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the way to the database until it is found good, and logs once what it lacks: a check of the host's health
 * asks again and again. Safe for use by many threads.
 */
public final class ConnectionCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionCheck.class);

    private final EntityManagerFactory emf;
    private final AtomicBoolean isGood = new AtomicBoolean();

    public ConnectionCheck(EntityManagerFactory emf) {
        this.emf = emf;
    }

    /** @throws dev.lockstile.auth.store.StoreUnavailableException when the database does not answer */
    public List<String> problems() {
        if (isGood.get()) {
            return List.of();
        }
        List<String> problems = PoolerProbe.problems(emf);
        if (problems.isEmpty() && isGood.compareAndSet(false, true)) {
            notes().forEach(LOG::warn);
        }
        return problems;
    }

    private List<String> notes() {
        try {
            return ConnectionNotes.of(emf);
        } catch (PersistenceException e) {
            throw DatabaseFailure.translate(e);
        }
    }
}
