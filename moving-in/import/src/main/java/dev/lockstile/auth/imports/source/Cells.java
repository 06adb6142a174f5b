package dev.lockstile.auth.imports.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a result by the types of its columns. A date that the driver cannot convert is read as text. */
final class Cells {

    private static final Pattern PADDING = Pattern.compile(" +\\z");

    private final ResultSet rows;
    private final List<Reading> readings;
    private final BitSet ofBytes;

    private Cells(ResultSet rows, List<Reading> readings, BitSet ofBytes) {
        this.rows = rows;
        this.readings = readings;
        this.ofBytes = ofBytes;
    }

    /** How a column is read. */
    @FunctionalInterface
    private interface Reading {
        @Nullable
        Object cell(ResultSet rows, int index) throws SQLException;
    }

    /** Determines once for all rows how each column is read. */
    private static Cells of(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        List<Reading> readings = new ArrayList<>();
        BitSet ofBytes = new BitSet();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            readings.add(reading(data, i));
            ofBytes.set(i, !isSqlite(data) && isBinary(data.getColumnType(i)));
        }
        return new Cells(rows, readings, ofBytes);
    }

    /** Reads all rows of a result that has the columns of the table, in their order. */
    static List<SourceRow> rows(SourceTable table, ResultSet found) throws SQLException {
        List<String> names = table.columns().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        Columns columns = Columns.of(names);
        Cells cells = Cells.of(found);
        int key = names.indexOf(table.key().toLowerCase(Locale.ROOT)) + 1;
        boolean binary = key > 0
                && !isSqlite(found.getMetaData())
                && isBinary(found.getMetaData().getColumnType(key));
        List<SourceRow> rows = new ArrayList<>();
        while (found.next()) {
            rows.add(cells.row(table, columns, binary ? found.getBytes(key) : null));
        }
        return rows;
    }

    /** The columns of a result, and the positions of their cells in a row. */
    private record Columns(List<String> names, RowLayout layout, int[] places) {

        static Columns of(List<String> names) {
            RowLayout layout = RowLayout.of(Set.copyOf(names));
            return new Columns(names, layout, layout.placesOf(names));
        }
    }

    /**
     * @param place the bytes of the key, by which pages are cut; null where they are cut by the key as the row has it
     */
    private SourceRow row(SourceTable table, Columns columns, byte @Nullable [] place) throws SQLException {
        @Nullable Object[] row = new @Nullable Object[columns.layout().columns().size()];
        Map<String, byte[]> kept = Map.of();
        for (int i = 0; i < columns.places().length; i++) {
            Object cell = readings.get(i).cell(rows, i + 1);
            row[columns.places()[i]] = cell;
            if (cell != null && ofBytes.get(i + 1)) {
                kept = kept.isEmpty() ? new HashMap<>() : kept;
                kept.put(columns.names().get(i), rows.getBytes(i + 1));
            }
        }
        int keyPlace = columns.layout().place(table.key());
        Object key = keyPlace < 0 ? null : row[keyPlace];
        if (key == null) {
            throw new SourceUnusableException("table " + table.name() + " has a row without " + table.key());
        }
        if (key instanceof byte[] && isSqlite(rows.getMetaData())) {
            // SQLite has types for values, not for columns: it is unknown whether a text that refers to such a key
            // means bytes.
            throw new SourceUnusableException("table " + table.name() + " has bytes in its key " + table.key()
                    + ": make a view in which it is a text or a number");
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = written(row[i]);
        }
        Object text = Objects.requireNonNull(written(key));
        return new SourceRow(text, place == null ? key : place, columns.layout(), row, kept);
    }

    /** Returns a cell as a row has it: bytes that are not text become hexadecimal digits. */
    static @Nullable Object written(@Nullable Object cell) {
        return cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : cell;
    }

    private static boolean isSqlite(ResultSetMetaData data) {
        return data.getClass().getName().startsWith("org.sqlite.");
    }

    /** Returns true for a column type of {@link Types} whose values are bytes. */
    static boolean isBinary(int type) {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
    }

    private static Reading reading(ResultSetMetaData data, int index) throws SQLException {
        if (isSqlite(data)) {
            return ResultSet::getObject; // SQLite has types for values; its driver would cut times to milliseconds
        }
        String typeName = String.valueOf(data.getColumnTypeName(index)).toLowerCase(Locale.ROOT);
        return switch (data.getColumnType(index)) {
            case Types.BOOLEAN -> Cells::flag;
            case Types.BIT -> typeName.startsWith("bit") && data.getPrecision(index) > 1 ? Cells::anyBit : Cells::flag;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                ResultSet::getObject;
            case Types.TIMESTAMP_WITH_TIMEZONE -> (rows, at) -> date(rows, at, OffsetDateTime.class);
            case Types.TIMESTAMP ->
                typeName.endsWith("tz")
                        ? (rows, at) -> date(rows, at, OffsetDateTime.class)
                        : (rows, at) -> date(rows, at, LocalDateTime.class);
            case Types.CHAR, Types.NCHAR -> Cells::unpadded;
            case Types.DATE -> (rows, at) -> date(rows, at, LocalDate.class);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Cells::bytes;
            default ->
                typeName.equals("uuid")
                        ? ResultSet::getObject
                        : typeName.startsWith("bit") ? Cells::anyBit : ResultSet::getString;
        };
    }

    private static @Nullable Object flag(ResultSet rows, int index) throws SQLException {
        boolean value = rows.getBoolean(index);
        return rows.wasNull() ? null : value;
    }

    /** Returns true where one of several bits is set; PostgreSQL gives them as digits, and MariaDB as bytes. */
    private static @Nullable Object anyBit(ResultSet rows, int index) throws SQLException {
        Object bits = rows.getObject(index);
        if (bits instanceof byte[] bytes) {
            return IntStream.range(0, bytes.length).anyMatch(at -> bytes[at] != 0);
        }
        return bits == null ? null : (Object) (bits.toString().indexOf('1') >= 0 || bits.equals(true));
    }

    /** Returns a text without the spaces that a column of fixed length adds. */
    private static @Nullable Object unpadded(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? null : PADDING.matcher(text).replaceFirst("");
    }

    /** Returns a text where the bytes are one, as in systems that store all texts as bytes. */
    private static @Nullable Object bytes(ResultSet rows, int index) throws SQLException {
        byte @Nullable [] bytes = rows.getBytes(index);
        return bytes == null ? null : textOrBytes(bytes);
    }

    static Object textOrBytes(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePoints().anyMatch(Character::isISOControl) ? bytes : text;
        } catch (CharacterCodingException e) {
            return bytes; // not text; the mapping of the row decides what it means
        }
    }

    private static @Nullable Object date(ResultSet rows, int index, Class<?> kind) throws SQLException {
        try {
            return rows.getObject(index, kind);
        } catch (SQLException e) {
            // a zero date, or a text in a date column: the mapping of the row decides what it means
            return rows.getString(index);
        }
    }
}
