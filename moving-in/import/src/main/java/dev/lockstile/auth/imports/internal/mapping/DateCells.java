package dev.lockstile.auth.imports.internal.mapping;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The dates and times in cells of a source. Times without a zone are UTC, as Django writes them. A value outside of the
 * years 1 to 9999, such as an infinity, counts as no date, since not every database can store it.
 */
public final class DateCells {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** The least number of ten digits. */
    private static final long SECONDS = 1_000_000_000L;

    private static final Pattern EPOCH = Pattern.compile("[0-9]{10}([0-9]{3}){0,2}");

    private DateCells() {}

    public static Optional<Instant> instant(Object cell) {
        try {
            return Optional.of(toInstant(cell)).filter(at -> !at.isBefore(FIRST) && !at.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty(); // not a date; the caller reports it
        }
    }

    public static Optional<LocalDate> date(Object cell) {
        try {
            LocalDate day = cell instanceof LocalDate local ? local : LocalDate.parse(plain(cell));
            return Optional.of(day).filter(at -> at.getYear() >= 1 && at.getYear() <= 9999);
        } catch (DateTimeException e) {
            return Optional.empty(); // not a date; the caller reports it
        }
    }

    private static Instant toInstant(Object cell) {
        if (cell instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (cell instanceof Instant time) {
            return time;
        }
        if (cell instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        if (cell instanceof LocalDate day) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (cell instanceof Number number) {
            return fromEpoch(number.longValue());
        }
        String text = plain(cell);
        return EPOCH.matcher(text).matches() ? fromEpoch(Long.parseLong(text)) : TimeTexts.read(text);
    }

    /** Replaces digits and signs of full width by those of ASCII. */
    private static String plain(Object cell) {
        return Normalizer.normalize(cell.toString(), Normalizer.Form.NFKC).strip();
    }

    /**
     * Reads ten digits as seconds, thirteen as milliseconds, sixteen as microseconds: each covers the years 2001 to
     * 2286.
     */
    private static Instant fromEpoch(long number) {
        if (number >= SECONDS && number < SECONDS * 10) {
            return Instant.ofEpochSecond(number);
        }
        if (number >= SECONDS * 1000 && number < SECONDS * 10_000) {
            return Instant.ofEpochMilli(number);
        }
        if (number >= SECONDS * 1_000_000 && number < SECONDS * 10_000_000) {
            return Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1000);
        }
        throw new DateTimeException("no time of these years");
    }
}
