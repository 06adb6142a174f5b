package dev.lockstile.auth.http.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The request for a sign-in link in the browser that made it, so that the link works there and nowhere else. It opens
 * nothing without the message, so a request needs no CSRF token to show it.
 */
final class LoginLinkCookie {

    static final String COOKIE = "__Host-login-link";

    private LoginLinkCookie() {}

    static @Nullable String of(HttpServletRequest request) {
        return CookieTransport.isCrossSite(request) ? null : CookieTransport.value(request, COOKIE);
    }

    /**
     * Not for a request that another site began: that one would leave its own request with the owner of the browser.
     */
    static Answer kept(Answer answer, HttpServletRequest request, String id, Duration life) {
        return CookieTransport.isCrossSite(request)
                ? answer
                : answer.cookie(CookieTransport.cookie(COOKIE, id, true) + "; Max-Age=" + life.toSeconds());
    }

    static Answer cleared(Answer answer) {
        return answer.cookie(CookieTransport.clearing(COOKIE));
    }
}
