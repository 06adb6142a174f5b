package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.secret.Secret;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a browser leaves the second factor out. It opens nothing by itself, a first factor goes before
 * it, so a request needs no CSRF token to show it.
 */
final class TrustedBrowserCookie {

    static final String COOKIE = "__Host-trusted-browser";

    private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;

    private TrustedBrowserCookie() {}

    static @Nullable Secret of(HttpServletRequest request) {
        String shown = CookieTransport.value(request, COOKIE);
        return shown == null ? null : Secret.of(shown);
    }

    static Answer kept(Answer answer, Secret token) {
        return answer.cookie(CookieTransport.cookie(COOKIE, token.reveal(), true) + "; Max-Age=" + THIRTY_DAYS);
    }

    static Answer cleared(Answer answer) {
        return answer.cookie(CookieTransport.clearing(COOKIE));
    }
}
