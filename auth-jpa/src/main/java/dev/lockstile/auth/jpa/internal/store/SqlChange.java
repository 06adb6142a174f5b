package dev.lockstile.auth.jpa.internal.store;

import dev.lockstile.auth.jpa.internal.store.PlainUpdate.Value;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.type.descriptor.ValueBinder;
import org.jspecify.annotations.Nullable;

/** A conditional update as SQL, on the connection of the session. */
final class SqlChange implements Change {

    private final Session session;
    private final SharedSessionContractImplementor internal;
    private final PlainUpdate update;
    private final Map<String, @Nullable Object> given = new HashMap<>();

    SqlChange(Session session, PlainUpdate update) {
        this.session = session;
        this.internal = session.unwrap(SharedSessionContractImplementor.class);
        this.update = update;
    }

    @Override
    public Change setParameter(String name, @Nullable Object value) {
        given.put(name, value);
        return this;
    }

    @Override
    public int executeUpdate() {
        if (!given.keySet().equals(update.names())) {
            throw new IllegalStateException("values of " + given.keySet() + " for: " + update.sql());
        }
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(update.sql())) {
                int next = 1;
                for (Value value : update.values()) {
                    bind(statement, value, next++);
                }
                return statement.executeUpdate();
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void bind(PreparedStatement statement, Value value, int place) throws SQLException {
        Object written =
                value.part().disassemble(value.name() == null ? value.always() : given.get(value.name()), internal);
        ((ValueBinder<@Nullable Object>) value.part().getJdbcMapping().getJdbcValueBinder())
                .bind(statement, written, place, internal);
    }
}
