package dev.lockstile.auth.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

/** The language of a page: what the person chose, else what the browser asks for, else English. */
final class Language {

    private static final String COOKIE = "lang";
    private static final Duration LIFE = Duration.ofDays(365);

    private Language() {}

    static Texts of(HttpServletRequest request, Cookies cookies, Map<String, Texts> texts) {
        Texts chosen = texts.get(String.valueOf(cookies.get(COOKIE)));
        if (chosen != null) {
            return chosen;
        }
        for (Locale locale : Collections.list(request.getLocales())) {
            Texts found = texts.get(locale.getLanguage());
            if (found != null) {
                return found;
            }
        }
        return texts.getOrDefault("en", texts.values().iterator().next());
    }

    static void keep(Cookies cookies, String language) {
        cookies.set(COOKIE, language, LIFE);
    }
}
