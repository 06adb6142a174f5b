package dev.lockstile.auth.http.internal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The languages a client asks for, most preferred first (RFC 9110 12.5.4). What is malformed is passed over: a strange
 * header is no reason to refuse a login.
 */
final class AcceptLanguage {

    private static final int MAX_LENGTH = 512;
    private static final Pattern RANGE =
            Pattern.compile("([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,4})(?:[ \\t]*;[ \\t]*q=([01](?:\\.\\d{0,3})?))?");

    private AcceptLanguage() {}

    static List<Locale> parse(@Nullable String header) {
        if (header == null || header.length() > MAX_LENGTH) {
            return List.of();
        }
        List<Preference> preferences = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (range.matches()) {
                preferences.add(new Preference(
                        Locale.forLanguageTag(range.group(1).replace('_', '-')), weight(range.group(2))));
            }
        }
        return preferences.stream()
                .filter(preference -> preference.weight() > 0
                        && !preference.locale().getLanguage().isEmpty())
                .sorted(Comparator.comparingDouble(Preference::weight).reversed())
                .map(Preference::locale)
                .toList();
    }

    private static double weight(@Nullable String text) {
        return text == null ? 1 : Double.parseDouble(text);
    }

    private record Preference(Locale locale, double weight) {}
}
