package dev.lockstile.auth.jpa.internal.sql;

import dev.lockstile.auth.jpa.internal.sql.PlainUpdate.Column;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** An update as SQL, on the connection of the session. */
final class SqlUpdate extends StatementText {

    private final Session session;
    private final PlainUpdate plain;
    private final List<Value> values = new ArrayList<>();
    private boolean complete = true;

    SqlUpdate(Session session, PlainUpdate plain) {
        this.session = session;
        this.plain = plain;
        text("update " + plain.persister().getTableName());
    }

    /** False once an attribute was named that is more than one column: Hibernate has to run the update then. */
    boolean isComplete() {
        return complete;
    }

    @Override
    String columnOf(String attribute) {
        Column column = find(attribute);
        return column == null ? "" : column.name();
    }

    @Override
    String bind(String attribute, @Nullable Object value) {
        Column column = find(attribute);
        if (column == null) {
            return "";
        }
        values.add(new Value(column, value));
        return column.mark();
    }

    private @Nullable Column find(String attribute) {
        Column column = plain.columns().get(attribute);
        complete &= column != null;
        return column;
    }

    /** Runs it; tells how many rows met the condition. */
    int run() {
        return session.doReturningWork(connection -> {
            SharedSessionContractImplementor internal = session.unwrap(SharedSessionContractImplementor.class);
            try (PreparedStatement statement = connection.prepareStatement(written())) {
                for (int i = 0; i < values.size(); i++) {
                    values.get(i).bind(statement, i + 1, internal);
                }
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw internal.getJdbcServices().getSqlExceptionHelper().convert(e, "an update failed", written());
            }
        });
    }

    /** A value and the column that says how it is written. */
    private record Value(Column column, @Nullable Object value) {

        void bind(PreparedStatement statement, int place, SharedSessionContractImplementor session)
                throws SQLException {
            Object written = column.part().disassemble(value, session);
            PlainTable.bind(statement, place, written, column.part().getJdbcMapping(), session);
        }
    }
}
