package dev.lockstile.auth.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language. */
final class TranslationFile {

    /** A text of a message for where it has a value: the key of the text, and the value's name behind it. */
    private static final Pattern VARIANT = Pattern.compile("(\\w+\\.(?:subject|body|sms))\\.(\\w+)");

    private final String language;
    private final Properties texts = new Properties();

    private TranslationFile(String language) {
        this.language = language;
    }

    /** Reads {@code messages_<language>.properties}, which lies next to this class. */
    static TranslationFile load(String language) {
        TranslationFile loaded = new TranslationFile(language);
        String file = "messages_" + language + ".properties";
        try (InputStream in = TranslationFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the library's jar lacks " + file);
            }
            loaded.texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return loaded;
    }

    /** The host's texts, and ours where it has none. */
    static TranslationFile of(String language, Map<String, String> texts, TranslationFile otherwise) {
        TranslationFile merged = new TranslationFile(language);
        merged.texts.putAll(otherwise.texts);
        merged.texts.keySet().removeIf(key -> isOfAnother(String.valueOf(key), texts));
        merged.texts.putAll(texts);
        return merged;
    }

    /** Our variant of a text that the host has written, which says what the host's text no longer says. */
    private static boolean isOfAnother(String key, Map<String, String> texts) {
        Matcher variant = VARIANT.matcher(key);
        return variant.matches() && texts.containsKey(variant.group(1));
    }

    String language() {
        return language;
    }

    /** The text in the variant for a value that the message has; without one as it is. */
    String get(String key, MessageKind kind, SanitizedValues filling) {
        return kind.acceptedValues().stream()
                .filter(value -> texts.containsKey(key + "." + value) && filling.has(value))
                .map(value -> get(key + "." + value))
                .findFirst()
                .orElseGet(() -> get(key));
    }

    String get(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key + " in " + language);
        }
        return text;
    }
}
