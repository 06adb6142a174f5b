package dev.lockstile.auth.jpa.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** What was once found out about the entities of one persistence unit. Safe for any number of threads. */
public final class PlainSql {

    private final ConcurrentMap<Class<?>, Optional<PlainInsert>> inserts = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, Optional<PlainUpdate>> updates = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Optional<CopyTarget>> copies = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();

    /** A long text that is the same each time; made once and kept by its name. */
    String text(String name, Supplier<String> made) {
        String known = texts.get(name);
        return known != null ? known : texts.computeIfAbsent(name, any -> made.get());
    }

    /** How rows of that entity are inserted plainly; empty where Hibernate has to do more than insert them. */
    Optional<PlainInsert> insert(SharedSessionContractImplementor session, Class<?> type) {
        Optional<PlainInsert> known = inserts.get(type);
        Optional<PlainInsert> found =
                known != null ? known : inserts.computeIfAbsent(type, any -> PlainInsert.of(session, any));
        return found.filter(insert -> PlainInsert.isUnheard(session, type));
    }

    /** How rows of that entity are updated plainly; empty where Hibernate has to do more than update them. */
    Optional<PlainUpdate> update(SharedSessionContractImplementor session, Class<?> type) {
        Optional<PlainUpdate> known = updates.get(type);
        Optional<PlainUpdate> found =
                known != null ? known : updates.computeIfAbsent(type, any -> PlainUpdate.of(session.getFactory(), any));
        return found.filter(update -> update.isUnfiltered(session));
    }

    /** How many rows at once come by COPY; empty where they come by INSERT. */
    Optional<CopyTarget> copy(Connection connection, PlainInsert insert) throws SQLException {
        String entity = insert.persister().getEntityName();
        Optional<CopyTarget> known = copies.get(entity);
        if (known == null) {
            known = CopyTarget.of(connection, insert);
            copies.put(entity, known);
        }
        return known;
    }
}
