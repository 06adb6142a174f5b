package dev.lockstile.auth.cutover.writeback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements made of columns and values; the names are the library's own, never a person's. */
final class LegacyStatements {

    /** Stands for an empty object, in a column of whatever type holds JSON there. */
    static final Object EMPTY_JSON = new Object() {
        @Override
        public String toString() {
            return "{}";
        }
    };

    private final Connection connection;
    private final Statements statements;

    LegacyStatements(Connection connection) {
        this.connection = connection;
        this.statements = new Statements(connection);
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
            Statements.bind(statement, bound(values));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return Objects.requireNonNull(keys.getString(1));
            }
        }
    }

    int run(String sql, List<? extends @Nullable Object> values) throws SQLException {
        return statements.run(sql, values);
    }

    /** The first row's cells as texts; empty when there is no row. */
    List<@Nullable String> first(String sql, Object... values) throws SQLException {
        List<List<@Nullable String>> rows = statements.list(sql, LegacyStatements::texts, List.of(values));
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    /** The first row's cells as flags; an empty cell is false. */
    List<Boolean> flags(String sql, Object key) throws SQLException {
        List<List<Boolean>> rows = statements.list(sql, LegacyStatements::flags, List.of(key));
        return rows.isEmpty() ? List.of() : rows.get(0);
    }

    private static List<Boolean> flags(ResultSet row) throws SQLException {
        List<Boolean> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(row.getBoolean(i));
        }
        return cells;
    }

    /** One time; null when it is not set. */
    @Nullable
    OffsetDateTime time(String sql, Object key) throws SQLException {
        List<Optional<OffsetDateTime>> rows =
                statements.list(sql, row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)), List.of(key));
        return rows.isEmpty() ? null : rows.get(0).orElse(null);
    }

    private static List<@Nullable String> texts(ResultSet row) throws SQLException {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(row.getString(i));
        }
        return cells;
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
}
