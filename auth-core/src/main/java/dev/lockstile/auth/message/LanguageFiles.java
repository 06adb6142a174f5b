package dev.lockstile.auth.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The host's own files of a language: {@code lockstile_<language>.properties} in UTF-8 at the root of the class path,
 * such as {@code lockstile_it.properties}. A file adds a language, or replaces single texts of a built-in one.
 *
 * <p>Keys of page texts have no prefix, those of messages begin with {@code message.} and those of HTTP answers with
 * {@code answer.}. Texts that a new language lacks are shown in English.
 */
public final class LanguageFiles {

    /** Prefix of the keys of messages, such as {@code message.login_code.sms}. */
    public static final String MESSAGE = "message.";

    /** Prefix of the keys of HTTP answers, such as {@code answer.error.throttled}. */
    public static final String ANSWER = "answer.";

    private final Map<String, Map<String, String>> byLanguage;

    private LanguageFiles(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /**
     * {@return the files of every language of ISO 639-1, read by this call} Uses the context class loader of the
     * thread, or else the library's.
     *
     * @throws UncheckedIOException when a file cannot be read
     */
    public static LanguageFiles onClassPath() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = ofThread == null ? LanguageFiles.class.getClassLoader() : ofThread;
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (String language : Locale.getISOLanguages()) {
            URL file = loader.getResource("lockstile_" + language + ".properties");
            if (file != null) {
                found.put(language, read(file));
            }
        }
        return new LanguageFiles(found);
    }

    /**
     * {@return texts by language and by key without the prefix}
     *
     * @param prefix {@link #MESSAGE} or {@link #ANSWER}; null for the texts of the pages
     */
    public Map<String, Map<String, String>> texts(@Nullable String prefix) {
        Map<String, Map<String, String>> chosen = new TreeMap<>();
        byLanguage.forEach((language, texts) -> chosen.put(language, chosen(texts, prefix)));
        return chosen;
    }

    private static Map<String, String> chosen(Map<String, String> texts, @Nullable String prefix) {
        Map<String, String> chosen = new TreeMap<>();
        texts.forEach((key, text) -> {
            if (prefix != null && key.startsWith(prefix)) {
                chosen.put(key.substring(prefix.length()), text);
            } else if (prefix == null && !key.startsWith(MESSAGE) && !key.startsWith(ANSWER)) {
                chosen.put(key, text);
            }
        });
        return chosen;
    }

    private static Map<String, String> read(URL file) {
        Properties read = new Properties();
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return texts;
    }
}
