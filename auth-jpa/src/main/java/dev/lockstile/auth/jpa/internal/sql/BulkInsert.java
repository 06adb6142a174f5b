package dev.lockstile.auth.jpa.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.jspecify.annotations.Nullable;

/**
 * New rows of one entity by COPY or in statements of many rows each, past Hibernate's unit of work, which would cost an
 * import more than the database does.
 */
public final class BulkInsert {

    private static final int ROWS = 500;

    /** Well below what any database takes, and small beside the rows themselves. */
    private static final int PARAMETERS = 16_000;

    /** From so many rows on COPY takes less than a statement. */
    private static final int FEWEST_COPIED = 20;

    private final Session session;
    private final PlainSql known;
    private final SharedSessionContractImplementor internal;
    private final PlainInsert insert;

    public BulkInsert(Rows rows, PlainInsert insert) {
        this.session = rows.session();
        this.known = rows.plain();
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
    public void insert(List<Object> keys, List<?> rows) {
        session.doWork(connection -> {
            if (rows.size() < FEWEST_COPIED || !areCopied(connection, keys, rows)) {
                insert(connection, keys, rows);
            }
        });
    }

    /** False, and nothing is done, where the rows have to come by INSERT. */
    private boolean areCopied(Connection connection, List<Object> keys, List<?> rows) throws SQLException {
        Optional<CopyTarget> target = known.copy(connection, insert);
        Optional<CopyBuffer> buffer = target.flatMap(table -> cells(table, keys, rows));
        if (target.isEmpty() || buffer.isEmpty()) {
            return false;
        }
        try {
            target.get().send(connection, buffer.get());
            return true;
        } catch (SQLException e) {
            throw refused(e, insert.sql(1)); // told as of an INSERT, which names the table
        }
    }

    private JDBCException refused(SQLException e, String sql) {
        return internal.getJdbcServices().getSqlExceptionHelper().convert(e, "rows were not added", sql);
    }

    private Optional<CopyBuffer> cells(CopyTarget table, List<Object> keys, List<?> rows) {
        CopiedCells cells = new CopiedCells(table.types(), internal);
        Binding binding = new Binding(cells);
        try {
            for (int i = 0; i < rows.size() && cells.isUnderstood(); i++) {
                cells.row();
                binding.bind(keys.get(i), rows.get(i));
            }
        } catch (RuntimeException e) {
            return Optional.empty(); // INSERT meets the same trouble, and tells it
        }
        return cells.isUnderstood() ? Optional.of(cells.end()) : Optional.empty();
    }

    private void insert(Connection connection, List<Object> keys, List<?> rows) {
        int most = rowsPerStatement();
        for (int from = 0; from < rows.size(); from += most) {
            int to = Math.min(rows.size(), from + most);
            String sql = insert.sql(to - from);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Binding binding = new Binding(new BoundCells(statement));
                for (int i = from; i < to; i++) {
                    binding.bind(keys.get(i), rows.get(i));
                }
                statement.executeUpdate();
            } catch (SQLException e) {
                throw refused(e, sql);
            }
        }
    }

    private int rowsPerStatement() {
        int limit = internal.getFactory().getJdbcServices().getDialect().getParameterCountLimit();
        int parameters = limit > 0 ? Math.min(limit, PARAMETERS) : PARAMETERS;
        return Math.max(1, Math.min(parameters / insert.columns().size(), ROWS));
    }

    /** Takes cell after cell of a row, in the order of the columns. */
    interface Cells {

        /**
         * Takes a value that the mapping has made one of the database's.
         *
         * @param type says how it is written
         */
        void put(@Nullable Object value, JdbcMapping type) throws SQLException;
    }

    /** Parameters of an INSERT. */
    private final class BoundCells implements Cells {

        private final PreparedStatement statement;
        private int next = 1;

        BoundCells(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public void put(@Nullable Object value, JdbcMapping type) throws SQLException {
            PlainTable.bind(statement, next++, value, type, internal);
        }
    }

    /** Gives cell after cell, as the mapping writes it. */
    private final class Binding {

        private final Cells cells;
        private final ModelPart.JdbcValueConsumer written = this::putWritten;

        Binding(Cells cells) {
            this.cells = cells;
        }

        void bind(Object key, Object row) {
            insert.persister()
                    .getIdentifierMapping()
                    .decompose(key, (index, value, cell) -> put(value, cell.getJdbcMapping()), internal);
            @Nullable Object[] values = insert.persister().getValues(row);
            for (AttributeMapping attribute : insert.attributes()) {
                attribute.decompose(values[attribute.getStateArrayPosition()], written, internal);
            }
        }

        private void putWritten(int index, @Nullable Object value, SelectableMapping cell) {
            if (PlainInsert.isWritten(cell)) {
                put(value, cell.getJdbcMapping());
            }
        }

        private void put(@Nullable Object value, JdbcMapping type) {
            try {
                cells.put(value, type);
            } catch (SQLException e) {
                throw internal.getJdbcServices().getSqlExceptionHelper().convert(e, "a value could not be bound");
            }
        }
    }
}
