package dev.lockstile.auth.pages;

import java.time.Duration;

/** The address or number that a person has just proven or registered with, for the field of the sign-in page. */
final class KnownLogin {

    private static final String COOKIE = "login-name";
    private static final int MAX = 320;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private KnownLogin() {}

    static void keep(Cookies cookies, String login) {
        if (!login.isEmpty() && login.length() <= MAX) {
            cookies.setText(COOKIE, login, LIFE);
        }
    }

    /** Empty where none is kept. */
    static String read(Cookies cookies) {
        return cookies.text(COOKIE)
                .filter(text -> text.length() <= MAX && text.chars().noneMatch(Character::isISOControl))
                .orElse("");
    }

    /** The same where it looks like an address or a number; empty for a user name. */
    static String contact(Cookies cookies) {
        String known = read(cookies);
        return Contact.looksLike(known).isPresent() ? known : "";
    }

    static void clear(Cookies cookies) {
        cookies.clearShown(COOKIE);
    }
}
