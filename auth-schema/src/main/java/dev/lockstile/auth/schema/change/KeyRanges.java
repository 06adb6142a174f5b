package dev.lockstile.auth.schema.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of a table's primary key that hold a batch of the wanted rows each, so that no row is read for two batches.
 */
final class KeyRanges {

    private static final Pattern TEXT_OR_MARK = Pattern.compile("'(?:[^']|'')*'|\"[^\"]+\"|\\?");

    private final Connection connection;
    private final String table;
    private final List<String> key;
    private final String rows;
    private final int size;

    /**
     * @param key columns of the primary key, separated by commas
     * @param rows SQL over a wanted row
     * @param size rows of a batch
     */
    KeyRanges(Connection connection, String table, String key, String rows, int size) {
        this.connection = connection;
        this.table = table;
        this.key = Arrays.stream(key.split(",")).map(String::strip).toList();
        this.rows = escaped(rows);
        this.size = size;
    }

    /** Keys behind {@code after}, up to and with {@code last}; null for no bound. */
    record Range(@Nullable List<Object> after, @Nullable List<Object> last) {}

    /** The first range; null where no row is wanted. */
    @Nullable
    Range first() throws SQLException {
        return behind(null);
    }

    /** The range behind that one; null where none is left. */
    @Nullable
    Range after(Range range) throws SQLException {
        return range.last() == null ? null : behind(range.last());
    }

    private @Nullable Range behind(@Nullable List<Object> after) throws SQLException {
        List<Object> last = key(after, size - 1);
        return last == null && key(after, 0) == null ? null : new Range(after, last);
    }

    /** The key of the wanted row that so many others come before; null where there are not so many. */
    private @Nullable List<Object> key(@Nullable List<Object> after, int before) throws SQLException {
        String columns = String.join(", ", key);
        String sql = "select " + columns + " from " + table + " where " + rows + bound(">", after) + " order by "
                + columns + " limit 1 offset " + before;
        try (PreparedStatement select = statement(sql)) {
            set(select, 1, after);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return null;
                }
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= key.size(); i++) {
                    values.add(found.getObject(i));
                }
                return values;
            }
        }
    }

    /** Runs an update of the wanted rows of a range; returns how many there were. */
    long update(String update, Range range) throws SQLException {
        String sql = escaped(update) + " where " + rows + bound(">", range.after()) + bound("<=", range.last());
        try (PreparedStatement statement = statement(sql)) {
            set(statement, set(statement, 1, range.after()), range.last());
            return statement.executeUpdate();
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        return connection.prepareStatement(FillInBatches.quoted(sql, connection));
    }

    /**
     * A question mark of the host's own SQL is an operator of PostgreSQL, which its driver knows when it is doubled.
     */
    private static String escaped(String sql) {
        return TEXT_OR_MARK
                .matcher(sql)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().equals("?") ? "??" : found.group()));
    }

    private String bound(String operator, @Nullable List<Object> values) {
        if (values == null) {
            return "";
        }
        String places = key.stream().map(column -> "?").collect(Collectors.joining(", "));
        return " and (" + String.join(", ", key) + ") " + operator + " (" + places + ")";
    }

    /** A text goes as what its column is, such as citext or an enum of PostgreSQL. */
    private int set(PreparedStatement statement, int from, @Nullable List<Object> values) throws SQLException {
        if (values == null) {
            return from;
        }
        boolean untyped = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        int at = from;
        for (Object value : values) {
            if (untyped && value instanceof String) {
                statement.setObject(at++, value, Types.OTHER);
            } else {
                statement.setObject(at++, value);
            }
        }
        return at;
    }
}
