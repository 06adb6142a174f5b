package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.internal.shape.MappedKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identity columns and sequences of H2. */
final class H2Counters {

    private static final String COLUMN =
            "select identity_base, identity_increment, column_default from information_schema.columns"
                    + " where table_schema = current_schema and table_name in (?, ?) and column_name in (?, ?)";
    private static final String SEQUENCE = "select base_value, increment, sequence_name"
            + " from information_schema.sequences where sequence_schema = current_schema and sequence_name in (?, ?)";
    private static final Pattern DRAWN = Pattern.compile("NEXT VALUE FOR .*\"([^\"]+)\"$");

    private H2Counters() {}

    static Optional<KeyCounter> of(Connection connection, MappedKey key) throws SQLException {
        String sequence = key.sequence();
        if (sequence != null) {
            return named(connection, sequence);
        }
        Optional<Column> column = KeyCounter.row(
                connection,
                COLUMN,
                row -> new Column(rising(KeyCounter.number(row, 1), row.getLong(2)), row.getString(3)),
                key.table(),
                folded(key.table()),
                key.column(),
                folded(key.column()));
        if (column.isEmpty() || column.get().next() == null) {
            Matcher drawn =
                    DRAWN.matcher(column.map(Column::text).map(String::valueOf).orElse(""));
            return drawn.find() ? named(connection, drawn.group(1)) : Optional.empty();
        }
        String table = KeyCounter.quoted(connection, key.table());
        String name = KeyCounter.quoted(connection, key.column());
        return Optional.of(new KeyCounter(
                table + "." + name,
                column.get().next(),
                "alter table " + table + " alter column " + name + " restart with ?"));
    }

    private static Optional<KeyCounter> named(Connection connection, String sequence) throws SQLException {
        return KeyCounter.row(
                connection,
                SEQUENCE,
                row -> new KeyCounter(
                        row.getString(3),
                        rising(KeyCounter.number(row, 1), row.getLong(2)),
                        "alter sequence \"" + row.getString(3) + "\" restart with ?"),
                sequence,
                folded(sequence));
    }

    /** The name in capitals, as H2 keeps one without quotes. */
    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Long rising(@Nullable Long next, long increment) {
        return increment > 0 ? next : null;
    }

    private record Column(@Nullable Long next, @Nullable String text) {}
}
