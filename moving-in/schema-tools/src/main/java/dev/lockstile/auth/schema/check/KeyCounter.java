package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.shape.GeneratorRow;
import dev.lockstile.auth.schema.internal.shape.MappedKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts the keys of a table in the database.
 *
 * @param name of the sequence, of the table and column that count by themselves, or of the table and its row; as it
 *     stands in SQL
 * @param next the value that is drawn next; null where the account may not read it
 * @param mend moves it so that the value in place of {@code ?} is drawn next
 */
record KeyCounter(String name, @Nullable Long next, String mend) {

    /** Empty where there is none. */
    static Optional<KeyCounter> of(Connection connection, MappedKey key) throws SQLException {
        GeneratorRow row = key.source().row();
        if (row != null) {
            return GeneratorRows.of(connection, row);
        }
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> PostgresCounters.of(connection, key);
            case "H2" -> H2Counters.of(connection, key);
            default -> MariaDbCounters.of(connection, key);
        };
    }

    /** The statement that lets this value be drawn next. */
    String mendedTo(long value) {
        return mend.replace("?", Long.toString(value));
    }

    /** The first row of a query; empty where there is none. */
    static <R> Optional<R> row(Connection connection, String query, Reading<R> reading, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.ofNullable(reading.of(found)) : Optional.empty();
            }
        }
    }

    static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }

    static String quoted(Connection connection, String name) throws SQLException {
        return Identifiers.sql(name, connection.getMetaData().getIdentifierQuoteString());
    }

    /** Reads a row; null for one that says nothing. */
    @FunctionalInterface
    interface Reading<R> {
        @Nullable
        R of(ResultSet row) throws SQLException;
    }
}
