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

    /** Ranges that one reading finds, so that their bounds fit into memory. */
    static final int AT_ONCE = 1_000;

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

    /**
     * The ranges behind a key that come next, up to {@link #AT_ONCE}, found by one reading; the last one of all has no
     * bound. Empty where no row is wanted there.
     *
     * @param after null for all keys
     */
    List<Range> behind(@Nullable List<Object> after) throws SQLException {
        List<Range> ranges = new ArrayList<>();
        try (PreparedStatement select = statement(bounds(after))) {
            set(select, 1, after);
            try (ResultSet found = select.executeQuery()) {
                List<Object> last = after;
                boolean some = false;
                while (found.next()) {
                    some = true;
                    if (found.getLong(key.size() + 1) % size == 0) {
                        List<Object> bound = values(found);
                        ranges.add(new Range(last, bound));
                        last = bound;
                    }
                }
                if (some && ranges.size() < AT_ONCE) {
                    ranges.add(new Range(last, null));
                }
            }
        }
        return ranges;
    }

    /** The keys of the first wanted row and of the last one of each batch, with their places. */
    private String bounds(@Nullable List<Object> after) {
        String columns = String.join(", ", key);
        return "select " + columns + ", nth_wanted from (select " + columns + ", row_number() over (order by " + columns
                + ") as nth_wanted from (select " + columns + " from " + table + " where " + rows + bound(">", after)
                + " order by " + columns + " limit " + size * AT_ONCE
                + ") wanted) numbered where nth_wanted = 1 or mod(nth_wanted, "
                + size + ") = 0 order by nth_wanted";
    }

    private List<Object> values(ResultSet found) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= key.size(); i++) {
            values.add(found.getObject(i));
        }
        return values;
    }

    /** How many wanted rows there are in a range. */
    long count(Range range) throws SQLException {
        String sql = "select count(*) from " + table + " where " + rows + bounds(range);
        try (PreparedStatement statement = statement(sql)) {
            set(statement, set(statement, 1, range.after()), range.last());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** Runs an update of the wanted rows of a range; returns how many there were. */
    long update(String update, Range range) throws SQLException {
        String sql = escaped(update) + " where " + rows + bounds(range);
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

    private String bounds(Range range) {
        return bound(">", range.after()) + bound("<=", range.last());
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
