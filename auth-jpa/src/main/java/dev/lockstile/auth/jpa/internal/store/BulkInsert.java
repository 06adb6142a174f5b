package dev.lockstile.auth.jpa.internal.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.ValueBinder;
import org.jspecify.annotations.Nullable;

/**
 * New rows of one entity in statements of many rows each, past Hibernate's unit of work, which would cost an import
 * more than the database does.
 */
final class BulkInsert {

    private static final int ROWS = 500;

    /** Well below what any database takes, and small beside the rows themselves. */
    private static final int PARAMETERS = 16_000;

    private final Session session;
    private final SharedSessionContractImplementor internal;
    private final PlainInsert insert;

    BulkInsert(Session session, PlainInsert insert) {
        this.session = session;
        this.internal = session.unwrap(SharedSessionContractImplementor.class);
        this.insert = insert;
    }

    /** Inserts in the order given; tells the keys. */
    List<Object> insert(List<?> rows) {
        BeforeExecutionGenerator generator = (BeforeExecutionGenerator) insert.generator();
        List<Object> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(generator.generate(internal, row, null, EventType.INSERT)));
        insert(keys, rows);
        return keys;
    }

    /** The same under keys that are given. */
    void insert(List<Object> keys, List<?> rows) {
        int most = rowsPerStatement();
        session.doWork(connection -> {
            for (int from = 0; from < rows.size(); from += most) {
                int to = Math.min(rows.size(), from + most);
                String sql = insert.sql(to - from);
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    Binding binding = new Binding(statement);
                    for (int i = from; i < to; i++) {
                        binding.bind(keys.get(i), rows.get(i));
                    }
                    statement.executeUpdate();
                } catch (SQLException e) {
                    throw internal.getJdbcServices().getSqlExceptionHelper().convert(e, "rows were not added", sql);
                }
            }
        });
    }

    private int rowsPerStatement() {
        int limit = internal.getFactory().getJdbcServices().getDialect().getParameterCountLimit();
        int parameters = limit > 0 ? Math.min(limit, PARAMETERS) : PARAMETERS;
        return Math.max(1, Math.min(parameters / insert.columns().size(), ROWS));
    }

    /** Binds cell after cell, as the mapping writes it. */
    private final class Binding {

        private final PreparedStatement statement;
        private int next = 1;

        Binding(PreparedStatement statement) {
            this.statement = statement;
        }

        void bind(Object key, Object row) throws SQLException {
            insert.persister()
                    .getIdentifierMapping()
                    .decompose(key, (index, value, cell) -> put(value, cell.getJdbcMapping()), internal);
            @Nullable Object[] values = insert.persister().getValues(row);
            for (AttributeMapping attribute : insert.attributes()) {
                attribute.decompose(
                        values[attribute.getStateArrayPosition()],
                        (index, value, cell) -> {
                            if (PlainInsert.isWritten(cell)) {
                                put(value, cell.getJdbcMapping());
                            }
                        },
                        internal);
            }
        }

        @SuppressWarnings("unchecked")
        private void put(@Nullable Object value, JdbcMapping type) {
            try {
                ((ValueBinder<@Nullable Object>) type.getJdbcValueBinder()).bind(statement, value, next++, internal);
            } catch (SQLException e) {
                throw internal.getJdbcServices().getSqlExceptionHelper().convert(e, "a value could not be bound");
            }
        }
    }
}
