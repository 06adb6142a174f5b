package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.secret.Secret;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a browser that is at another site. It comes back by a link from there, so it is {@code SameSite=Lax};
 * what a script of another site sends has no such cookie.
 */
final class SocialCookie {

    static final String COOKIE = "__Host-social";

    private static final int TEN_MINUTES = 10 * 60;

    private SocialCookie() {}

    static @Nullable Secret of(HttpServletRequest request) {
        String shown = CookieTransport.value(request, COOKIE);
        return shown == null ? null : Secret.of(shown);
    }

    static Answer kept(Answer answer, Secret browser) {
        return answer.cookie(
                COOKIE + "=" + browser.reveal() + "; Path=/; Secure; SameSite=Lax; HttpOnly; Max-Age=" + TEN_MINUTES);
    }

    static Answer cleared(Answer answer) {
        return answer.cookie(COOKIE + "=; Path=/; Secure; SameSite=Lax; HttpOnly; Max-Age=0");
    }
}
