package dev.lockstile.auth.imports.internal.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses times as databases, programming languages and spreadsheets write them. A date with slashes is not parsed,
 * since the order of its day and month is unknown. Times without a zone are UTC.
 */
final class TimeTexts {

    private static final Pattern SECONDS = Pattern.compile("([0-9]{10})[.,]([0-9]{1,9})[0-9]*");

    /** JSON as .NET writes it; the offset affects the display alone. */
    private static final Pattern DOT_NET = Pattern.compile("\\\\?/Date\\((-?[0-9]{1,15})([+-][0-9]{4})?\\)\\\\?/");

    private static final Pattern COMMENT = Pattern.compile(" \\([^)]*\\)$");
    private static final Pattern BLANKS = Pattern.compile(" +");

    /** Applied one after the other, these turn a text of digits into one of ISO 8601. */
    private static final List<Rewriting> REWRITINGS = List.of(
            Rewriting.of("^(\\d\\d)\\.(\\d\\d)\\.(\\d{4})", "$3-$2-$1"),
            Rewriting.of("\\[[A-Za-z_/+\\-]+\\]$", ""),
            Rewriting.of("(?i) ?(UTC|GMT)$", "Z"),
            Rewriting.of("([+-]\\d\\d:?\\d\\d)(Z| [A-Z]{3,5})$", "$1"),
            Rewriting.of("^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)", "$1-$2-$3T$4:$5:$6"),
            Rewriting.of("(?<=:\\d\\d),(?=\\d)", "."),
            Rewriting.of("(?<=[0-9]) +(?=[+-]\\d\\d)", ""),
            Rewriting.of("^(\\d{4}-\\d\\d-\\d\\d) +", "$1T"),
            Rewriting.of("([+-]\\d\\d)(\\d\\d)$", "$1:$2"));

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern ZONED = Pattern.compile(".*T.*([Zz]|[+-]\\d\\d(:?\\d\\d)?)$");
    private static final Pattern OFFSET_OF_HOURS = Pattern.compile(".*[+-]\\d\\d$");

    /** Texts with the name of a month, as mails, JavaScript, Java and SQL Server write them. */
    private static final DateTimeFormatter NAMED_MONTHS = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
            .appendOptional(DateTimeFormatter.ofPattern("EEE MMM d yyyy HH:mm:ss 'GMT'xx", Locale.ENGLISH))
            .appendOptional(DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ENGLISH))
            .appendOptional(DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'GMT' yyyy", Locale.ENGLISH))
            .appendOptional(DateTimeFormatter.ofPattern("MMM d yyyy h:mma", Locale.ENGLISH))
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TimeTexts() {}

    /** @throws DateTimeException when the text is not a time */
    static Instant read(String written) {
        Matcher seconds = SECONDS.matcher(written);
        if (seconds.matches()) {
            String nanos = (seconds.group(2) + "00000000").substring(0, 9);
            return Instant.ofEpochSecond(Long.parseLong(seconds.group(1)), Long.parseLong(nanos));
        }
        Matcher dotNet = DOT_NET.matcher(written);
        if (dotNet.matches()) {
            return Instant.ofEpochMilli(Long.parseLong(dotNet.group(1)));
        }
        return !written.isEmpty() && Character.isLetter(written.codePointAt(0)) ? named(written) : numbered(written);
    }

    private static Instant named(String written) {
        String text = COMMENT.matcher(written).replaceFirst("");
        return NAMED_MONTHS.parse(BLANKS.matcher(text).replaceAll(" "), Instant::from);
    }

    private static Instant numbered(String written) {
        String text = written;
        for (Rewriting rewriting : REWRITINGS) {
            text = rewriting.in(text);
        }
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (!ZONED.matcher(text).matches()) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
        String full = OFFSET_OF_HOURS.matcher(text).matches() ? text + ":00" : text;
        return OffsetDateTime.parse(full).toInstant();
    }

    /** Rewrites the first match in a text. */
    private record Rewriting(Pattern place, String replacement) {

        static Rewriting of(String place, String replacement) {
            return new Rewriting(Pattern.compile(place), replacement);
        }

        String in(String text) {
            return place.matcher(text).replaceFirst(replacement);
        }
    }
}
