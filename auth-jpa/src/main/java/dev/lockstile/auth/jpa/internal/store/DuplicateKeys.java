package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.sql.DatabaseFailure;
import dev.lockstile.auth.jpa.internal.sql.GivenKeyException;
import dev.lockstile.auth.jpa.internal.sql.UniqueIndexes;
import dev.lockstile.auth.jpa.internal.sql.ViolatedKey;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a unique violation means that something is taken: by the name of the key and its columns, as the
 * database's catalogue lists them. What was read is kept; a name that is not known is read once more. Safe for any
 * number of threads.
 */
final class DuplicateKeys {

    private final EntityManagerFactory emf;
    private final TakenKeys taken;
    private final ConcurrentMap<String, Map<String, Set<String>>> indexes = new ConcurrentHashMap<>();

    DuplicateKeys(EntityManagerFactory emf, Tables tables) {
        this.emf = emf;
        this.taken = TakenKeys.of(emf, tables);
    }

    /** Reads the keys of all tables, so that later no failure has to wait for it. */
    void read() {
        try (Session session = emf.createEntityManager().unwrap(Session.class)) {
            taken.tables().forEach(table -> read(session, table));
        }
    }

    /** The kind of a unique violation, on a connection of its own where the key is not known yet. */
    DatabaseFailure kind(Throwable failure) {
        ViolatedKey key = ViolatedKey.of(failure);
        if (isKnown(key)) {
            return kind(failure, key);
        }
        try (Session session = emf.createEntityManager().unwrap(Session.class)) {
            return kind(failure, session);
        }
    }

    /**
     * The same on a connection that is there.
     *
     * @param session null when there is none to ask
     */
    DatabaseFailure kind(Throwable failure, @Nullable Session session) {
        ViolatedKey key = ViolatedKey.of(failure);
        if (session != null && !isKnown(key)) {
            taken.tables().stream().filter(key::mayBeOf).forEach(table -> read(session, table));
        }
        return kind(failure, key);
    }

    private DatabaseFailure kind(Throwable failure, ViolatedKey key) {
        boolean given = failure instanceof GivenKeyException;
        boolean found = taken.tables().stream()
                .filter(key::mayBeOf)
                .anyMatch(table -> taken.holds(table, columns(table, key), given));
        return found || isToldByColumns(key, given) ? DatabaseFailure.KEY_TAKEN : DatabaseFailure.REFUSED;
    }

    /**
     * Where there was no connection to ask for the key of that name, what the database says of it has to do. Columns
     * without a table tell nothing: a table that makes keys may have a column of that name.
     */
    private boolean isToldByColumns(ViolatedKey key, boolean given) {
        return key.name() != null
                && key.table() != null
                && !key.columns().isEmpty()
                && !isKnown(key)
                && taken.tables().stream().filter(key::mayBeOf).anyMatch(t -> taken.holds(t, key.columns(), given));
    }

    private boolean isKnown(ViolatedKey key) {
        return taken.tables().stream()
                .filter(key::mayBeOf)
                .anyMatch(table -> !columns(table, key).isEmpty());
    }

    private Set<String> columns(String table, ViolatedKey key) {
        String name = key.name();
        if (name == null || !key.isNamed()) {
            return Set.of();
        }
        if (name.equals(ViolatedKey.PRIMARY_KEY)) {
            return taken.given();
        }
        return indexes.getOrDefault(table, Map.of()).getOrDefault(name, Set.of());
    }

    private void read(Session session, String table) {
        indexes.put(table, session.doReturningWork(connection -> UniqueIndexes.of(connection, table)));
    }
}
