package dev.lockstile.auth.http.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts in all languages, read once when the servlet is made. */
public final class AnswerTexts {

    private final Map<String, Texts> byLanguage;
    private final Texts fallback;

    /** @param fallback language for clients that ask for none that is there */
    public AnswerTexts(Locale fallback) {
        // By hand, not by ResourceBundle.getBundle: that would put the machine's own locale before the fallback.
        byLanguage = Map.of("en", load("en"), "es", load("es"), "pt", load("pt"));
        this.fallback = byLanguage.getOrDefault(fallback.getLanguage(), load("en"));
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
}
