package dev.lockstile.auth.pages;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times in words: how long ago near the present, the day of the language's calendar else. The day is that of UTC, since
 * the pages do not know the time zone of a browser.
 */
record Times(Texts texts, Clock clock) {

    private static final long WEEK = 7;

    /** In a pattern, with what joins it to the month. */
    private static final Pattern YEAR = Pattern.compile("(\\s*'[^']*')?[\\s,]*y+$|^y+[^MLd]*");

    /** Rounds a wait up to the next whole minute. */
    private static final long SECONDS_UP = 59;

    /** Such as "5 minutes ago", "in 3 days" or "4 Mar 2026"; empty for no time. */
    String near(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        Instant now = clock.instant();
        long minutes = Duration.between(time, now).toMinutes();
        if (Math.abs(minutes) < 1) {
            return texts.say("time.now");
        }
        String way = minutes > 0 ? "time.ago." : "time.in.";
        long far = Math.abs(minutes);
        if (far < Duration.ofHours(1).toMinutes()) {
            return count(way + "minute", far);
        }
        if (far < Duration.ofDays(1).toMinutes()) {
            return count(way + "hour", far / Duration.ofHours(1).toMinutes());
        }
        long days = Math.abs(ChronoUnit.DAYS.between(day(time), day(now)));
        return days < WEEK ? count(way + "day", Math.max(1, days)) : date(time);
    }

    /** The time that is left, never "just now". */
    String until(Instant time) {
        Instant soonest = clock.instant().plus(1, ChronoUnit.MINUTES);
        return near(time.isBefore(soonest) ? soonest : time.plusSeconds(SECONDS_UP));
    }

    /** Such as "4 Mar 2026". */
    String date(@Nullable Instant time) {
        return time == null ? "" : day(day(time));
    }

    /** The same for a day. */
    String day(LocalDate day) {
        return format(FormatStyle.MEDIUM).format(day).replace(' ', '\u00a0'); // stays on one line
    }

    /** Such as "4 Mar". */
    String dayOfYear(Instant time) {
        String withYear = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale());
        String pattern = YEAR.matcher(withYear).replaceAll("");
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day(time)).replace(' ', '\u00a0');
    }

    /** Such as "4 March 2026". */
    String longDay(@Nullable Instant time) {
        return time == null ? "" : format(FormatStyle.LONG).format(day(time));
    }

    /** The day and the time of the day, for what has to be exact. */
    String exact(@Nullable Instant time) {
        return time == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(locale())
                                .format(time.atZone(ZoneOffset.UTC))
                        + " UTC";
    }

    /** The time of the day to the second, such as "16:56:03 UTC". */
    String clock(Instant time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(
                        time.atZone(ZoneOffset.UTC).toLocalTime().truncatedTo(ChronoUnit.SECONDS))
                + " UTC";
    }

    /** Such as "1,204,771". */
    String number(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    /** Such as "8%". */
    String share(long part, long whole) {
        return NumberFormat.getPercentInstance(locale()).format((double) part / whole);
    }

    private String count(String key, long count) {
        return count == 1 ? texts.say(key) : texts.say(key + "s", count);
    }

    private DateTimeFormatter format(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale());
    }

    private Locale locale() {
        return texts.language().equals("en") ? Locale.UK : Locale.forLanguageTag(texts.language());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Nothing of it is for templates. */
    @Override
    public String toString() {
        return "";
    }
}
