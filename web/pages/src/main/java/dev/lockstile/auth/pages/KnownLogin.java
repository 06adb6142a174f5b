package dev.lockstile.auth.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The address or number that a person has just proven or registered with, for the field of the sign-in page. */
final class KnownLogin {

    private static final String COOKIE = "login-name";
    private static final int MAX = 320;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private KnownLogin() {}

    static void keep(Cookies cookies, String login) {
        if (!login.isEmpty() && login.length() <= MAX) {
            byte[] text = login.getBytes(StandardCharsets.UTF_8);
            cookies.set(COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(text), LIFE);
        }
    }

    /** Empty where none is kept. */
    static String read(Cookies cookies) {
        String kept = cookies.get(COOKIE);
        try {
            String text = kept == null ? "" : new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
            return text.length() > MAX || text.chars().anyMatch(Character::isISOControl) ? "" : text;
        } catch (IllegalArgumentException e) {
            return ""; // not one of ours
        }
    }

    static void clear(Cookies cookies) {
        if (cookies.get(COOKIE) != null) {
            cookies.clear(COOKIE);
        }
    }
}
