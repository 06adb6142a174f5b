package dev.lockstile.auth.pages;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of the pages in one language. */
record Texts(String language, Map<String, String> words) {

    static final List<String> LANGUAGES = List.of("en", "es", "pt", "de", "fr");

    private static final String BRAND = "brand";
    private static final Pattern PLACE = Pattern.compile("\\{([0-9]{1,2})}");
    private static final String BUNDLE = "dev.lockstile.auth.pages.texts";

    /** All languages, without a brand so far. */
    static Map<String, Texts> all() {
        Map<String, Texts> all = new HashMap<>();
        for (String language : LANGUAGES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    BUNDLE,
                    Locale.forLanguageTag(language),
                    ResourceBundle.Control.getNoFallbackControl(List.of("java.properties")));
            Map<String, String> words = new HashMap<>();
            bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
            words.put(BRAND, "");
            all.put(language, new Texts(language, Map.copyOf(words)));
        }
        return Map.copyOf(all);
    }

    /**
     * Ours with the host's name and texts in their places; a text of the host's wins over the name.
     *
     * @param service the name where the style has none
     * @param labels of the host's own fields, where its texts have none
     */
    static Map<String, Texts> all(
            PageOverrides overrides, PageStyle style, String service, Map<String, String> labels) {
        Map<String, Texts> ours = all();
        Texts english = Objects.requireNonNull(ours.get("en"));
        Map<String, Texts> all = new LinkedHashMap<>();
        for (String language : languages(overrides)) {
            Map<String, String> words =
                    new HashMap<>(ours.getOrDefault(language, english).words());
            words.putAll(labels);
            words.put(BRAND, style.productName() == null ? service : style.productName());
            languages(overrides).forEach(other -> words.putIfAbsent("language." + other, ownName(other)));
            words.putAll(overrides.texts().getOrDefault(language, Map.of()));
            all.put(language, new Texts(language, Map.copyOf(words)));
        }
        return Collections.unmodifiableMap(all);
    }

    /** Ours, and behind them those that the host adds. */
    static List<String> languages(PageOverrides overrides) {
        Set<String> all = new LinkedHashSet<>(LANGUAGES);
        all.addAll(new TreeSet<>(overrides.texts().keySet()));
        return List.copyOf(all);
    }

    private static String ownName(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /**
     * The text of that key with values in the places {@code {0}}, {@code {1}}; the key itself where there is none.
     */
    String say(String key, @Nullable Object... values) {
        return fill(words.getOrDefault(key, key), List.of(values));
    }

    boolean has(String key) {
        return words.containsKey(key);
    }

    static String fill(String text, List<? extends @Nullable Object> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Integer.parseInt(place.group(1)) < values.size()
                                ? String.valueOf(values.get(Integer.parseInt(place.group(1))))
                                : place.group()));
    }
}
