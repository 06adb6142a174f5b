package dev.lockstile.benchmarks.internal.host;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain JDBC as one writes it by hand: a statement commits by itself unless several belong together. */
public record ByHand(DataSource database) {

    /** Work on a connection. */
    public interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    /** One statement, or several that need not hold together. */
    public <R> R plainly(Work<R> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Statements that all hold or none. */
    public boolean together(Work<Boolean> work) {
        return plainly(connection -> {
            connection.setAutoCommit(false);
            try {
                boolean holds = work.on(connection);
                if (holds) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return holds;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** True when the statement changed one row. */
    public static boolean one(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return rows(connection, sql, values) == 1;
    }

    /** How many rows the statement changed. */
    public static int rows(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** All rows, all columns. */
    public static List<@Nullable Object[]> all(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                List<@Nullable Object[]> rows = new ArrayList<>();
                while (found.next()) {
                    @Nullable Object[] row = new @Nullable Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    public static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
