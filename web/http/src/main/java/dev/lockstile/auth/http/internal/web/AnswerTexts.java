package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.message.LanguageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts in all languages, read once when the servlet is made. */
public final class AnswerTexts {

    static final List<String> LANGUAGES = List.of("en", "es", "pt", "de", "fr");

    private final Map<String, Texts> byLanguage;
    private final Texts fallback;

    /** @param fallback language for clients that ask for none that is there */
    public AnswerTexts(Locale fallback) {
        // By hand, not by ResourceBundle.getBundle: that would put the machine's own locale before the fallback.
        Map<String, Texts> all = new HashMap<>();
        LANGUAGES.forEach(language -> all.put(language, load(language)));
        Texts english = load("en");
        LanguageFiles.onClassPath().texts(LanguageFiles.ANSWER).forEach((language, texts) -> {
            if (!texts.isEmpty()) {
                Texts ours = all.getOrDefault(language, english);
                all.put(language, new Texts(Locale.forLanguageTag(language), new HostBundle(texts, ours.bundle())));
            }
        });
        byLanguage = Map.copyOf(all);
        this.fallback = byLanguage.getOrDefault(fallback.getLanguage(), english);
    }

    /** The texts in the most preferred language that is available. */
    public Texts texts(@Nullable String acceptLanguage) {
        return AcceptLanguage.parse(acceptLanguage).stream()
                .map(locale -> byLanguage.get(locale.getLanguage()))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(fallback);
    }

    /** The language that the client prefers as a BCP 47 tag; null when it names none. */
    static @Nullable String preferred(@Nullable String acceptLanguage) {
        List<Locale> preferences = AcceptLanguage.parse(acceptLanguage);
        return preferences.isEmpty() ? null : preferences.get(0).toLanguageTag();
    }

    private static Texts load(String language) {
        String name = "answers_" + language + ".properties";
        try (InputStream in = AnswerTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new Texts(
                    Locale.forLanguageTag(language),
                    new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource " + name, e);
        }
    }

    /** The host's texts of a language, and ours where it has none. */
    private static final class HostBundle extends ResourceBundle {

        private final Map<String, String> texts;

        HostBundle(Map<String, String> texts, ResourceBundle otherwise) {
            this.texts = texts;
            setParent(otherwise);
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
