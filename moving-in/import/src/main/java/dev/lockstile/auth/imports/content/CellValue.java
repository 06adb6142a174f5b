package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.internal.mapping.DateCells;
import dev.lockstile.auth.imports.report.JsonText;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Converts a cell of the source to a value for a column of the host. Nothing is cut, rounded or guessed. */
final class CellValue {

    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "0");

    private static final int MOST_DIGITS = 1_000;

    private CellValue() {}

    /** The column cannot hold a cell. The message says why, without the value. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Returns the value to bind.
     *
     * @throws RefusedException when the column cannot hold the cell
     */
    static @Nullable Object of(HostColumn column, @Nullable Object cell) throws RefusedException {
        if (cell == null) {
            if (column.required()) {
                throw new RefusedException("empty, and the column needs a value");
            }
            return null;
        }
        try {
            return column.isJson() ? json(cell) : typed(column, cell);
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw new RefusedException("no value of the type " + column.typeName());
        }
    }

    private static Object typed(HostColumn column, Object cell) throws RefusedException {
        if (column.isText()) {
            return text(column, cell);
        }
        if (column.isUuid()) {
            return cell instanceof UUID uuid
                    ? uuid
                    : UUID.fromString(cell.toString().strip());
        }
        return switch (column.type()) {
            case Types.BOOLEAN, Types.BIT -> truth(cell);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                number(cell).longValueExact();
            case Types.NUMERIC, Types.DECIMAL -> decimal(column, cell);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> floating(cell);
            case Types.DATE -> date(cell);
            case Types.TIME -> cell instanceof LocalTime time ? time : LocalTime.parse(cell.toString());
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> moment(column, cell);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                HexFormat.of().parseHex(cell.toString());
            default -> cell.toString();
        };
    }

    private static String text(HostColumn column, Object cell) throws RefusedException {
        String text = cell instanceof Collection<?> || cell instanceof Map<?, ?> ? json(cell) : cell.toString();
        if (column.isShorterThan(text)) {
            throw new RefusedException("longer than " + column.size() + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedException("a text with a character 0");
        }
        return text;
    }

    private static String json(Object cell) {
        return JsonText.of(cell);
    }

    private static boolean truth(Object cell) {
        if (cell instanceof Number) {
            BigDecimal number = number(cell);
            if (number.compareTo(BigDecimal.ONE) != 0 && number.signum() != 0) {
                throw new IllegalArgumentException();
            }
            return number.signum() != 0;
        }
        String word = cell.toString().strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return YES.contains(word);
        }
        throw new IllegalArgumentException();
    }

    private static BigDecimal number(Object cell) {
        return new BigDecimal(cell.toString().strip());
    }

    /**
     * Refuses a scale beyond all use: a short text can name a number of a billion digits, which a driver would write
     * out.
     */
    private static BigDecimal decimal(HostColumn column, Object cell) throws RefusedException {
        BigDecimal number = number(cell);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException();
        }
        if (column.isRounding(number.stripTrailingZeros())) {
            throw new RefusedException("more digits behind the point than the column keeps");
        }
        return number;
    }

    private static double floating(Object cell) {
        double number = number(cell).doubleValue();
        if (Double.isInfinite(number)) {
            throw new ArithmeticException();
        }
        return number;
    }

    private static LocalDate date(Object cell) throws RefusedException {
        Optional<LocalDate> day = DateCells.date(cell);
        return day.isPresent()
                ? day.get()
                : instant(cell).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A time without an offset is in UTC. */
    private static Object moment(HostColumn column, Object cell) throws RefusedException {
        OffsetDateTime moment = instant(cell).atOffset(ZoneOffset.UTC);
        return column.isZoned() ? moment : moment.toLocalDateTime();
    }

    private static Instant instant(Object cell) throws RefusedException {
        return DateCells.instant(cell).orElseThrow(() -> new RefusedException("no time of the years 1 to 9999"));
    }
}
