package dev.lockstile.auth.migrate.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one cell of a result by what the column is; a value the driver cannot make a date of comes as text. */
final class Cells {

    private Cells() {}

    static @Nullable Object read(ResultSet rows, int index) throws SQLException {
        int type = rows.getMetaData().getColumnType(index);
        String typeName =
                String.valueOf(rows.getMetaData().getColumnTypeName(index)).toLowerCase(Locale.ROOT);
        if (rows.getMetaData().getClass().getName().startsWith("org.sqlite.")) {
            return rows.getObject(
                    index); // SQLite types values, not columns: its driver would cut times to milliseconds
        }
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> flag(rows, index);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                rows.getObject(index);
            case Types.TIMESTAMP_WITH_TIMEZONE -> date(rows, index, OffsetDateTime.class);
            case Types.TIMESTAMP ->
                date(rows, index, typeName.endsWith("tz") ? OffsetDateTime.class : LocalDateTime.class);
            case Types.DATE -> date(rows, index, LocalDate.class);
            default -> typeName.equals("uuid") ? rows.getObject(index) : rows.getString(index);
        };
    }

    private static @Nullable Object flag(ResultSet rows, int index) throws SQLException {
        boolean value = rows.getBoolean(index);
        return rows.wasNull() ? null : value;
    }

    private static @Nullable Object date(ResultSet rows, int index, Class<?> kind) throws SQLException {
        try {
            return rows.getObject(index, kind);
        } catch (SQLException e) {
            // A zero date or a text in a date column: the reader of the row decides what it is worth.
            return rows.getString(index);
        }
    }
}
