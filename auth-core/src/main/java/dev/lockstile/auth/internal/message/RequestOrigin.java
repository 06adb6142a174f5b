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
 */
public record RequestOrigin(
        @Nullable String address,
        @Nullable String browser,
        @Nullable String timezone) {

    public static RequestOrigin of(@Nullable String address, ClientEvidence shown, @Nullable String timezone) {
        return new RequestOrigin(address, shown.browser(), timezone);
    }

    /** The values of a message that tell it. */
    Map<String, String> values(PlaceWords places, Locale language, Instant now) {
        Map<String, String> values = new HashMap<>();
        values.put(MessageValues.TIME, time(language, now));
        Optional.ofNullable(browser).ifPresent(known -> values.put(MessageValues.DEVICE, known));
        places.of(address, language).ifPresent(place -> values.put(MessageValues.PLACE, place));
        return values;
    }

    private String time(Locale language, Instant now) {
        Optional<ZoneId> own = PlaceWords.zone(timezone);
        String clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language)
                .format(now.atZone(own.orElse(ZoneOffset.UTC)));
        return own.isPresent() ? clock : clock + " UTC";
    }
}
