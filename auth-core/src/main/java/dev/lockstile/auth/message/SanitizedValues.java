package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values of one message, tamed for any output: no control character, no line break, no text direction override.
 * What is still to be escaped for HTML is escaped where HTML is written.
 */
final class SanitizedValues {

    private static final Pattern UNRULY =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");
    private static final Set<String> KINDS = Set.of("email", "phone", "username");
    /** Whom to contact: the service, and where its support is if that is known. */
    static final String CONTACT = "contact";

    /** An e-mail address or a page, from the style of the host. */
    static final String SUPPORT = "support";

    private static final int LONGEST_NAME = 60;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final TranslationFile texts;
    private final Map<String, String> values;

    SanitizedValues(TranslationFile texts, Map<String, String> values) {
        this.texts = texts;
        this.values = values;
    }

    boolean has(String name) {
        return values.containsKey(name) && !get(name).isBlank();
    }

    boolean isTrue(String name) {
        return "true".equals(values.get(name));
    }

    /** The value of a placeholder; {@code expiry}, {@code identifier} and the like are made from others. */
    String get(String name) {
        return switch (name) {
            case "expiry" -> expiry(required(MessageValues.MINUTES));
            case "identifier" -> identifier();
            case "as_role" ->
                has(MessageValues.ROLE) ? Placeholders.fill(texts.get("invitation.as_role"), this::get) : "";
            case "codes_left" -> codesLeft(Integer.parseInt(required(MessageValues.LEFT)));
            case CONTACT ->
                has(SUPPORT) ? Placeholders.fill(texts.get(CONTACT), this::get) : get(MessageValues.SERVICE);
            case MessageValues.NAME, MessageValues.WHAT, MessageValues.INVITER, MessageValues.ROLE ->
                shortened(tamed(required(name)));
            default -> tamed(required(name));
        };
    }

    private String identifier() {
        String kind = values.getOrDefault(MessageValues.KIND, "").toLowerCase(Locale.ROOT);
        return texts.get("kind." + (KINDS.contains(kind) ? kind : "any"));
    }

    private String codesLeft(int count) {
        String number = count == 0 ? "none" : count == 1 ? "one" : "many";
        return Placeholders.fill(texts.get("codes_left." + number), n -> Integer.toString(count));
    }

    private String expiry(String minutes) {
        // Less than a minute is told as one: a code is not held back for the sake of its wording.
        int count = Math.max(1, Integer.parseInt(minutes));
        if (count >= 2 * DAY && count % DAY == 0) {
            return Placeholders.fill(texts.get("expiry.days"), n -> Integer.toString(count / DAY));
        }
        boolean hours = count % HOUR == 0;
        int shown = hours ? count / HOUR : count;
        String key = "expiry." + (hours ? "hour" : "minute") + (shown == 1 ? "" : "s");
        return Placeholders.fill(texts.get(key), n -> Integer.toString(shown));
    }

    private String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the message needs the value " + name);
        }
        return value;
    }

    private static String tamed(String value) {
        return UNRULY.matcher(value).replaceAll(" ").strip();
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
