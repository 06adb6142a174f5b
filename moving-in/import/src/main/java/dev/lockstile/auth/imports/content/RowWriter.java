package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.store.imports.LedgerStore.KeyedLegacyLink;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes rows into one table of the host, and creates their ledger entries. */
final class RowWriter {

    private final HostTable table;
    private final List<HostColumn> filled;
    private final List<HostColumn> key;
    private final @Nullable String sequence;

    private RowWriter(HostTable table, List<HostColumn> filled, List<HostColumn> key, @Nullable String sequence) {
        this.table = table;
        this.filled = filled;
        this.key = key;
        this.sequence = sequence;
    }

    /** @throws IllegalArgumentException when the table does not fit the mapping; the message says what to add */
    static RowWriter of(HostTable table, ContentMapping mapping) {
        ContentMapping.Into into = mapping.into();
        List<String> keyNames = into.key().isEmpty() ? table.primaryKey() : into.key();
        if (keyNames.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table " + into.table() + " has no primary key: name what identifies a row as \"key\"");
        }
        List<HostColumn> key = keyNames.stream().map(table::column).toList();
        if (!table.isUnique(keyNames)) {
            throw new IllegalArgumentException("the key " + keyNames + " of " + into.table()
                    + " is not unique, and a rollback would remove other rows: name the columns of a unique index");
        }
        List<HostColumn> filled =
                new ArrayList<>(mapping.filled().map(table::column).toList());
        if (into.sequence() != null) {
            HostTable.requireName(into.sequence());
            if (key.size() != 1 || filled.contains(key.get(0))) {
                throw new IllegalArgumentException(
                        "a sequence goes with one key column that the mapping does not fill");
            }
            filled.add(key.get(0));
        }
        if (key.size() > 1 && !filled.containsAll(key)) {
            throw new IllegalArgumentException("the mapping does not fill all columns of the key " + keyNames);
        }
        Set<String> names =
                filled.stream().map(column -> HostColumn.lower(column.name())).collect(Collectors.toSet());
        List<String> lacking = table.lacking(names);
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the mapping does not fill " + String.join(", ", lacking) + " of "
                    + into.table() + ", which has no default");
        }
        return new RowWriter(table, filled, key, into.sequence());
    }

    HostTable table() {
        return table;
    }

    List<HostColumn> key() {
        return key;
    }

    /** Returns the columns for which a planned row has values, without the column of a sequence. */
    List<HostColumn> mapped() {
        return sequence == null ? filled : filled.subList(0, filled.size() - 1);
    }

    List<KeyedLegacyLink> write(Connection connection, List<PlannedRow> rows, Ledger ledger) throws SQLException {
        List<KeyedLegacyLink> links = new ArrayList<>();
        String[] generated = filled.containsAll(key)
                ? new String[0]
                : new String[] {key.get(0).name()};
        try (PreparedStatement insert = generated.length == 0
                ? connection.prepareStatement(table.insert(filled))
                : connection.prepareStatement(table.insert(filled), generated)) {
            for (PlannedRow row : rows) {
                List<@Nullable Object> values = sequence == null
                        ? row.values()
                        : Stream.concat(row.values().stream(), Stream.of(next(connection, sequence)))
                                .toList();
                bind(insert, filled, values);
                insert.executeUpdate();
                String ref = RowKeyText.write(generated.length == 0 ? keyOf(values) : List.of(generated(insert)))
                        .orElseThrow(() -> new SQLException("the key of the row is too long for the ledger", "22001"));
                links.add(new KeyedLegacyLink(
                        row.origin().keyIn(ledger), row.origin().entryOf(ledger), ref, null));
            }
        }
        return links;
    }

    private List<Object> keyOf(List<@Nullable Object> values) {
        List<Object> parts = new ArrayList<>();
        for (HostColumn column : key) {
            parts.add(Objects.requireNonNull(values.get(filled.indexOf(column))));
        }
        return parts;
    }

    private static Object generated(PreparedStatement insert) throws SQLException {
        try (ResultSet keys = insert.getGeneratedKeys()) {
            if (!keys.next() || keys.getObject(1) == null) {
                throw new SQLException("the database gave no key", "23502");
            }
            return keys.getObject(1);
        }
    }

    private Object next(Connection connection, String from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.next(from));
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void bind(PreparedStatement statement, List<HostColumn> columns, List<@Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            HostColumn column = columns.get(i);
            Object value = values.get(i);
            boolean text = column.isJson() || column.isText();
            if (value == null) {
                statement.setNull(i + 1, text ? Types.VARCHAR : column.type());
            } else if (value instanceof String string) {
                statement.setString(i + 1, string);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
