package dev.lockstile.auth.imports.internal.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Interprets the cells of all sources: as no value, as a truth value, or as a mark that is set or not. */
public final class CellMeaning {

    private static final Set<String> NOTHING =
            Set.of("", "\\n", "null", "none", "nil", "nan", "nat", "n/a", "na", "<null>", "undefined");
    private static final int LONGEST =
            NOTHING.stream().mapToInt(String::length).max().orElseThrow();

    private static final Map<String, Boolean> TRUTH = TruthWords.ALL;

    /** What databases write for true. Other words for yes admit no person and give no right. */
    private static final Set<String> STRICT = Set.of("1", "1.0", "t", "true");

    /** What MySQL writes where no time was set. */
    private static final Pattern NO_TIME = Pattern.compile("0000-00-00([ t]00:00:00(\\.0+)?(z|[+-]00:?00)?)?");

    /** What .NET writes where no time was set. */
    private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

    /**
     * The first days of calendars are before it: 1753 and 1900 of SQL Server, 1899 of spreadsheets, 1970 in any zone.
     */
    private static final Instant FIRST_EVENT = Instant.parse("1980-01-01T00:00:00Z");

    /** Times from here on mean never. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    /** The infinity of PostgreSQL, and {@link #ZERO} in seconds and in milliseconds since 1970. */
    private static final Set<String> BEFORE_ALL = Set.of("-infinity", "-62135596800", "-62135596800000");

    private CellMeaning() {}

    /**
     * {@return true for an empty cell, for a text that exports write in place of one, and for MySQL's zero dates}
     *
     * @param cell as the source gave it
     */
    public static boolean isNothing(@Nullable Object cell) {
        if (cell == null || cell instanceof Double number && number.isNaN()) {
            return true;
        }
        if (cell instanceof String text && isLong(text) || cell instanceof Boolean || cell instanceof Temporal) {
            return false;
        }
        String text = word(cell);
        return NOTHING.contains(text)
                || text.startsWith("0000-00-00") && NO_TIME.matcher(text).matches();
    }

    /** Returns true for a text that is longer than all words for no value, and is no zero date. */
    private static boolean isLong(String text) {
        return text.length() > LONGEST
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1))
                && !text.startsWith("0000");
    }

    /**
     * {@return the truth value that the cell spells; empty for any other cell, also for one without a value}
     *
     * @param cell as the source gave it
     */
    public static Optional<Boolean> truth(@Nullable Object cell) {
        if (cell instanceof Number number) {
            double value = number.doubleValue();
            return value == 0 || value == 1 ? Optional.of(value == 1) : Optional.empty();
        }
        return cell == null ? Optional.empty() : Optional.ofNullable(TRUTH.get(word(cell)));
    }

    /**
     * {@return the truth value where yes admits a person or gives a right: a word for yes that databases do not write
     * gives an empty result}
     *
     * @param cell as the source gave it
     */
    public static Optional<Boolean> grant(@Nullable Object cell) {
        return truth(cell).filter(yes -> !yes || cell instanceof Number || cell != null && STRICT.contains(word(cell)));
    }

    /**
     * {@return true for yes or a time, false for no, no value or .NET's zero date; empty for any other cell, such as
     * the first day of a calendar}
     *
     * @param cell as the source gave it
     */
    public static Optional<Boolean> mark(@Nullable Object cell) {
        if (isNothing(cell) || time(cell).filter(ZERO::equals).isPresent()) {
            return Optional.of(false);
        }
        Optional<Boolean> truth = truth(cell);
        return truth.isPresent()
                ? truth
                : time(cell).filter(CellMeaning::isEvent).map(at -> true);
    }

    /**
     * {@return the time in the cell; empty for any other cell}
     *
     * @param cell as the source gave it
     */
    public static Optional<Instant> time(@Nullable Object cell) {
        return cell == null || isNothing(cell) ? Optional.empty() : DateCells.instant(cell);
    }

    /**
     * {@return true for a time at which something may have happened, false for a default value of a calendar or
     * database}
     *
     * @param time of a cell
     */
    static boolean isEvent(Instant time) {
        return !time.isBefore(FIRST_EVENT) && time.isBefore(NEVER);
    }

    /**
     * {@return true for what databases write for a time before all others, and for .NET's zero date as a number}
     *
     * @param cell as the source gave it
     */
    static boolean isBeforeAllTimes(Object cell) {
        return cell.equals(OffsetDateTime.MIN)
                || cell.equals(LocalDateTime.MIN)
                || cell.equals(LocalDate.MIN)
                || BEFORE_ALL.contains(word(cell));
    }

    private static String word(Object cell) {
        return cell.toString().strip().toLowerCase(Locale.ROOT);
    }
}
