package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.host.HostEntity;
import dev.lockstile.auth.jpa.internal.sql.DatabaseFailure;
import dev.lockstile.auth.model.AbstractAuthEvent;
import dev.lockstile.auth.model.EventFacts;
import jakarta.persistence.EntityManagerFactory;

/** The host's table of events. */
public final class EventRows {

    private static final int REASON = 255;

    private final EntityManagerFactory emf;
    private final HostEntity<AbstractAuthEvent> entity;

    public EventRows(EntityManagerFactory emf, HostEntity<AbstractAuthEvent> entity) {
        this.emf = emf;
        this.entity = entity;
    }

    /** Adds a row in a transaction of its own. */
    public void add(EventFacts facts) {
        AbstractAuthEvent row = entity.create();
        row.record(fitting(facts));
        row.touch(facts.at());
        try {
            emf.runInTransaction(em -> em.persist(row));
        } catch (RuntimeException e) {
            throw DatabaseFailure.translate(e);
        }
    }

    /** A reason that is too long is cut: an entry without its end is worth more than none. */
    private static EventFacts fitting(EventFacts facts) {
        String reason = facts.reason();
        return reason == null || reason.length() <= REASON
                ? facts
                : new EventFacts(
                        facts.name(), facts.at(), facts.userRef(), facts.sessionRef(), reason.substring(0, REASON));
    }
}
