package dev.lockstile.auth.schema.check;

import dev.lockstile.auth.schema.internal.shape.GeneratorRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Rows of tables that count keys in place of sequences, on any database. */
final class GeneratorRows {

    private GeneratorRows() {}

    /** Empty where the row is not there and has to be. */
    static Optional<KeyCounter> of(Connection connection, GeneratorRow row) throws SQLException {
        String table = KeyCounter.quoted(connection, row.table());
        String value = KeyCounter.quoted(connection, row.value());
        String kind = row.kind() == null ? null : KeyCounter.quoted(connection, row.kind());
        String name = row.name() == null ? "" : "'" + row.name().replace("'", "''") + "'";
        String where = kind == null ? "" : " where " + kind + " = " + name;
        String wanted = row.stored() == 0 ? "?" : "? - " + row.stored();
        Optional<Long> cell = KeyCounter.row(
                connection, "select " + value + " from " + table + where, found -> KeyCounter.number(found, 1));
        String counter = kind == null ? table : table + " (" + name + ")";
        if (cell.isPresent()) {
            return Optional.of(new KeyCounter(
                    counter, cell.get() + row.stored(), "update " + table + " set " + value + " = " + wanted + where));
        }
        return Optional.ofNullable(row.first())
                .map(first -> new KeyCounter(
                        counter,
                        first,
                        "insert into " + table + " (" + kind + ", " + value + ") values (" + name + ", " + wanted
                                + ")"));
    }

    /** The statement that adds the one row of a table, with the value that is drawn next. */
    static String added(Connection connection, GeneratorRow row, long value) throws SQLException {
        return "insert into " + KeyCounter.quoted(connection, row.table()) + " ("
                + KeyCounter.quoted(connection, row.value()) + ") values (" + value + ")";
    }
}
