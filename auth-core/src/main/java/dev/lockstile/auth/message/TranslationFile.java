package dev.lockstile.auth.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** The texts of one language. */
final class TranslationFile {

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
        merged.texts.putAll(texts);
        return merged;
    }

    String language() {
        return language;
    }

    String get(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key + " in " + language);
        }
        return text;
    }
}
