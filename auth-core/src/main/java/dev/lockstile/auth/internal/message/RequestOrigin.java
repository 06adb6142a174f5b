package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which client asked for a message.
 *
 * @param browser words of ours for it; null for one that is not known
 * @param timezone of the account; null for UTC
 * @param found the place, where it was looked up before; null where a message looks it up
 */
public record RequestOrigin(
        @Nullable String address,
        @Nullable String browser,
        @Nullable String timezone,
        @Nullable Found found) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

    /**
     * The end of a look-up.
     *
     * @param place null for one that is not known
     */
    public record Found(@Nullable String place) {}

    public static RequestOrigin of(@Nullable String address, ClientEvidence shown, @Nullable String timezone) {
        return new RequestOrigin(address, shown.browser(), timezone, null);
    }

    /** The same with the place, looked up now. */
    RequestOrigin placed(PlaceWords places, Locale language) {
        return new RequestOrigin(
                address,
                browser,
                timezone,
                new Found(places.of(address, language).orElse(null)));
    }

    /**
     * The values of a message that tell it.
     *
     * @param soon for a message that is read within its hour: it tells the time without the day
     */
    Map<String, String> values(PlaceWords places, Locale language, Instant now, boolean soon) {
        Map<String, String> values = new HashMap<>();
        values.put(MessageValues.TIME, time(language, now, soon));
        Optional.ofNullable(browser).ifPresent(known -> values.put(MessageValues.DEVICE, known));
        Optional<String> place = found == null ? places.of(address, language) : Optional.ofNullable(found.place());
        place.ifPresent(known -> values.put(MessageValues.PLACE, known));
        return values;
    }

    private String time(Locale language, Instant now, boolean soon) {
        return time(language, now, timezone, soon);
    }

    /** A moment as a language writes it; in UTC, which it says then, where the zone is not known. */
    static String time(Locale language, Instant now, @Nullable String timezone, boolean soon) {
        Optional<ZoneId> own = PlaceWords.zone(timezone);
        String clock = (soon ? TIME : DAY_AND_TIME).withLocale(language).format(now.atZone(own.orElse(ZoneOffset.UTC)));
        return own.isPresent() ? clock : clock + " UTC";
    }
}
