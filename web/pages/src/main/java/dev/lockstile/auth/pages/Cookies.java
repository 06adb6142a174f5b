package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.secret.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one request and its answer. All of them are out of reach of scripts and of other sites' requests.
 * Where browsers reach the host by https they are marked {@code Secure} and carry the prefix {@code __Host-}, so that
 * no subdomain can plant one. The host's own address decides that and not the connection, which a proxy may have
 * relayed without TLS.
 */
final class Cookies {

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~-]{1,4096}");
    private static final String HOST_PREFIX = "__Host-";
    private static final String AWAY = "__Host-social";
    private static final String AWAY_ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax; Secure";
    private static final int AWAY_SECONDS = 10 * 60;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean secure;

    /** @param secure whether browsers reach the host by https */
    Cookies(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        this.request = request;
        this.response = response;
        this.secure = secure;
    }

    /** True where browsers reach the pages of these services by https. */
    static boolean isSecure(Auth auth) {
        return "https".equals(auth.settings().links().confirmPage().getScheme());
    }

    /** The one cookie of that name; two are none, since it cannot be told whose is whose. */
    @Nullable
    String get(String name) {
        return exactly(full(name));
    }

    /** True when the browser sent a cookie of that name, whatever its value. */
    static boolean has(HttpServletRequest request, boolean secure, String name) {
        Cookie[] all = request.getCookies();
        return all != null
                && Arrays.stream(all).anyMatch(cookie -> cookie.getName().equals(full(name, secure)));
    }

    private @Nullable String exactly(String name) {
        Cookie[] all = request.getCookies();
        String found = null;
        for (Cookie cookie : all == null ? new Cookie[0] : all) {
            if (cookie.getName().equals(name)) {
                if (found != null || !VALUE.matcher(cookie.getValue()).matches()) {
                    return null;
                }
                found = cookie.getValue();
            }
        }
        return found;
    }

    /** Kept until the browser is closed. */
    void set(String name, String value) {
        add(name, value, "");
    }

    void set(String name, String value, Duration life) {
        add(name, value, "; Max-Age=" + life.toSeconds());
    }

    /** Keeps any text, as {@link #text} reads it again. */
    void setText(String name, String text, Duration life) {
        set(name, encoded(text), life);
    }

    /** The text of the one cookie of that name; empty for none, and for a value that is none of ours. */
    Optional<String> text(String name) {
        return Optional.ofNullable(get(name)).flatMap(Cookies::decoded);
    }

    /** A text as the value of a cookie: base64url of its UTF-8. */
    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of such a value; empty for any other. */
    static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not one of ours
        }
    }

    /** Never sent along when a page of another site leads here. */
    void setStrict(String name, String value, Duration life) {
        add(name, value, "; Max-Age=" + life.toSeconds(), "Strict");
    }

    void clear(String name) {
        response.addHeader("Set-Cookie", full(name) + "=; Max-Age=0" + attributes("Lax"));
    }

    /** The same where the browser showed it; an answer to any other browser stays as it is. */
    void clearShown(String name) {
        if (get(name) != null) {
            clear(name);
        }
    }

    /** What a browser keeps that is sent to another site, as the endpoints keep it: either takes it back. */
    void keepAway(Secret browser) {
        response.addHeader(
                "Set-Cookie", AWAY + "=" + checked(browser.reveal()) + "; Max-Age=" + AWAY_SECONDS + AWAY_ATTRIBUTES);
    }

    @Nullable
    Secret away() {
        String kept = exactly(AWAY);
        return kept == null ? null : Secret.of(kept);
    }

    void clearAway() {
        response.addHeader("Set-Cookie", AWAY + "=; Max-Age=0" + AWAY_ATTRIBUTES);
    }

    private void add(String name, String value, String life) {
        add(name, value, life, "Lax");
    }

    private void add(String name, String value, String life, String sameSite) {
        response.addHeader("Set-Cookie", full(name) + "=" + checked(value) + life + attributes(sameSite));
    }

    private static String checked(String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("no value for a cookie");
        }
        return value;
    }

    private String attributes(String sameSite) {
        return "; Path=/; HttpOnly; SameSite=" + sameSite + (secure ? "; Secure" : "");
    }

    private String full(String name) {
        return full(name, secure);
    }

    private static String full(String name, boolean secure) {
        return (secure ? HOST_PREFIX : "") + name;
    }
}
