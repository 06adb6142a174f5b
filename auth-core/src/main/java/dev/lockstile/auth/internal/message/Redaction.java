package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps codes, links and addresses out of what is stored of a message (ASVS 16.2.5). */
final class Redaction {

    /** Stands where a secret was. */
    static final String BLANK = "••••••";

    private static final Pattern NOT_A_TOKEN = Pattern.compile("[^A-Za-z0-9_-]+");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final int SHORTEST_TOKEN = 16;
    private static final int SHORTEST_SECRET = 4;

    private Redaction() {}

    /** The same values with the secret ones blanked. */
    static Map<String, String> blank(Map<String, String> values) {
        Map<String, String> blanked = new TreeMap<>(values);
        blanked.replaceAll((name, value) -> MessageValues.isSecret(name) ? BLANK : value);
        return Map.copyOf(blanked);
    }

    /** The text without the secret values, nor the tokens within them, should they be in it all the same. */
    static String hide(String text, Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> MessageValues.isSecret(value.getKey()))
                .flatMap(value -> secretsIn(value.getValue()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(text, (left, secret) -> left.replace(secret, BLANK));
    }

    /** What a provider said, on one line, without the secret values and the recipient: a provider may quote both. */
    static String reason(String said, String recipient, Map<String, String> values) {
        String oneLine = BREAKS.matcher(hide(said, values)).replaceAll(" ");
        return oneLine.replace(recipient, BLANK).strip();
    }

    /** At most that many characters, no half of a surrogate pair at the end. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static Stream<String> secretsIn(String value) {
        Stream<String> tokens = NOT_A_TOKEN.splitAsStream(value).filter(part -> part.length() >= SHORTEST_TOKEN);
        return Stream.concat(Stream.of(value).filter(whole -> whole.length() >= SHORTEST_SECRET), tokens);
    }
}
