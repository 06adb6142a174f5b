package dev.lockstile.auth.imports.source;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds rows by columns of bytes, whose values come as texts: a text stands for the bytes of its hexadecimal digits, or
 * for its own bytes in UTF-8.
 */
final class BinaryColumns {

    private static final Pattern DIGITS = Pattern.compile("(?:[0-9a-f]{2})+");

    private final Connection connection;
    private final String description;
    private final Map<String, Boolean> known = new HashMap<>();

    BinaryColumns(Connection connection, String description) {
        this.connection = connection;
        this.description = description;
    }

    /**
     * {@return the values to bind: bytes for a column of bytes, else the values as rows have them}
     *
     * @param table quoted
     * @param column quoted
     * @param texts the values as rows have them
     */
    Collection<Object> values(String table, String column, Collection<Object> texts) {
        return isBinary(table, column)
                ? texts.stream().flatMap(BinaryColumns::bytes).toList()
                : texts.stream().map(BinaryColumns::written).toList();
    }

    private static Object written(Object value) {
        return value instanceof byte[] bytes ? Objects.requireNonNull(Cells.written(Cells.textOrBytes(bytes))) : value;
    }

    private static Stream<Object> bytes(Object value) {
        if (!(value instanceof String text)) {
            return Stream.of(value);
        }
        byte[] own = text.getBytes(StandardCharsets.UTF_8);
        return DIGITS.matcher(text).matches() ? Stream.of(own, HexFormat.of().parseHex(text)) : Stream.of((Object) own);
    }

    private boolean isBinary(String table, String column) {
        String place = table + '.' + column;
        Boolean found = known.get(place);
        if (found == null) {
            found = typeIsBinary(table, "SELECT " + column + " FROM " + table + " WHERE 1 = 0");
            known.put(place, found);
        }
        return found;
    }

    private boolean typeIsBinary(String table, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return Cells.isBinary(rows.getMetaData().getColumnType(1));
        } catch (SQLException e) {
            throw JdbcTrouble.reading(description + ", table " + table, e);
        }
    }
}
