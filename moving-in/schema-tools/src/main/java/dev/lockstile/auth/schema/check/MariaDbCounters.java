package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.internal.shape.MappedKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Columns of MariaDB and MySQL with AUTO_INCREMENT, and sequences of MariaDB. */
final class MariaDbCounters {

    private static final String COLUMN =
            "select t.auto_increment from information_schema.tables t join information_schema.columns c"
                    + " on c.table_schema = t.table_schema and c.table_name = t.table_name"
                    + " where t.table_schema = database() and t.table_name = ? and c.column_name = ?"
                    + " and c.extra like '%auto_increment%'";
    private static final String NAMED = "select table_name from information_schema.tables"
            + " where table_schema = database() and table_name = ? and table_type = 'SEQUENCE'";

    private MariaDbCounters() {}

    static Optional<KeyCounter> of(Connection connection, MappedKey key) throws SQLException {
        String sequence = key.sequence();
        String table = KeyCounter.quoted(connection, key.table());
        if (sequence == null) {
            return KeyCounter.row(
                    connection,
                    COLUMN,
                    row -> new KeyCounter(
                            table, KeyCounter.number(row, 1), "alter table " + table + " auto_increment = ?"),
                    key.table(),
                    key.column());
        }
        Optional<String> name = KeyCounter.row(connection, NAMED, row -> row.getString(1), sequence);
        return name.isEmpty() ? Optional.empty() : Optional.of(counter(connection, name.get()));
    }

    /** A value that a connection has in its cache may be lower still: the counter is behind all the same. */
    private static KeyCounter counter(Connection connection, String sequence) throws SQLException {
        String name = KeyCounter.quoted(connection, sequence);
        Long next = KeyCounter.row(
                        connection,
                        "select next_not_cached_value from " + name + " where increment >= 0",
                        row -> KeyCounter.number(row, 1))
                .orElse(null);
        return new KeyCounter(name, next, "select setval(" + name + ", ?, 0)");
    }
}
