package dev.lockstile.auth.migrate.back;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements made of columns and values; the names are the library's own, never a person's. */
final class OldRows {

    /** Stands for an empty object, in a column of whatever type holds JSON there. */
    static final Object EMPTY_JSON = new Object() {
        @Override
        public String toString() {
            return "{}";
        }
    };

    private final Connection connection;

    OldRows(Connection connection) {
        this.connection = connection;
    }

    int update(String table, Map<String, @Nullable Object> values, String where, List<Object> keys)
            throws SQLException {
        String set = values.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        List<@Nullable Object> bound = new ArrayList<>(values.values());
        bound.addAll(keys);
        return run("update " + table + " set " + set + " where " + where, bound);
    }

    /** Adds a row and tells its key. */
    String insert(String table, Map<String, @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(insertText(table, values), new String[] {"id"})) {
            bind(statement, bound(values));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return Objects.requireNonNull(keys.getString(1));
            }
        }
    }

    int run(String sql, List<? extends @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** The first row's cells as texts; empty when there is no row. */
    List<@Nullable String> first(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(values));
            List<@Nullable String> cells = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                if (found.next()) {
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        cells.add(found.getString(i));
                    }
                }
            }
            return cells;
        }
    }

    /** One time; null when it is not set. */
    @Nullable
    OffsetDateTime time(String sql, Object key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(key));
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? found.getObject(1, OffsetDateTime.class) : null;
            }
        }
    }

    /** A key as the driver wants it: a number, a UUID, or a text. */
    static Object key(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : text;
    }

    private static String insertText(String table, Map<String, @Nullable Object> values) {
        String marks = values.values().stream()
                .map(value -> value == EMPTY_JSON ? "'" + EMPTY_JSON + "'" : "?")
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values (" + marks + ")";
    }

    private static List<@Nullable Object> bound(Map<String, @Nullable Object> values) {
        return values.values().stream()
                .filter(value -> value != EMPTY_JSON)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
