package dev.lockstile.auth.jpa.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** What works today and fails once the network or a node does: a sentence for each. */
public final class ConnectionNotes {

    private ConnectionNotes() {}

    /**
     * Takes one connection, in no transaction.
     *
     * @throws jakarta.persistence.PersistenceException when the database does not answer
     */
    public static List<String> of(EntityManagerFactory emf) {
        SessionFactoryImplementor factory = emf.unwrap(SessionFactoryImplementor.class);
        try (EntityManager manager = emf.createEntityManager()) {
            return manager.unwrap(Session.class).doReturningWork(connection -> of(connection, factory));
        }
    }

    private static List<String> of(Connection connection, SessionFactoryImplementor factory) throws SQLException {
        List<String> notes = new ArrayList<>(PostgresNotes.of(connection));
        notes.addAll(GaleraNotes.of(connection, factory));
        return notes;
    }
}
