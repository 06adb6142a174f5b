package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.internal.json.JsonObject;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import dev.lockstile.auth.token.TokenPair;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of a browser in cookies that no script can read. Their names begin with {@code __Host-}, so that no
 * subdomain can set one (RFC 6265bis 4.1.3.2), and they go to this site alone. A request that changes anything repeats
 * in the header {@code X-CSRF-Token} the cookie that only a script of this origin can read (ASVS 3.5.1). That token is
 * a digest of the refresh token: as hard to guess, and without state.
 */
public final class CookieTransport {

    static final String ACCESS = "__Host-access";
    static final String REFRESH = "__Host-refresh";
    static final String CSRF = "__Host-csrf";
    /** The header by which a browser asks for cookies. */
    static final String HEADER = "X-Token-Transport";

    private static final List<String> NAMES = List.of(ACCESS, REFRESH, CSRF);
    private static final String CSRF_HEADER = "X-CSRF-Token";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final int MAX_LENGTH = 8 * 1024;

    private CookieTransport() {}

    /** True when this request asks for cookies. */
    static boolean isWanted(HttpServletRequest request) {
        return "cookie".equalsIgnoreCase(request.getHeader(HEADER));
    }

    static boolean hasAccess(HttpServletRequest request) {
        return value(request, ACCESS) != null;
    }

    /** True when the request has a token or the CSRF token in a cookie, whatever its value. */
    static boolean hasAny(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Cookie")).stream()
                .flatMap(header -> List.of(header.split(";", -1)).stream())
                .map(String::strip)
                .anyMatch(pair -> NAMES.stream().anyMatch(name -> pair.startsWith(name + "=")));
    }

    /** The refresh token and the access token of the cookies. */
    static List<Secret> tokens(HttpServletRequest request) {
        List<Secret> shown = Stream.of(REFRESH, ACCESS)
                .flatMap(name -> Stream.ofNullable(value(request, name)))
                .map(Secret::of)
                .toList();
        if (!shown.isEmpty()) {
            requireSameOrigin(request);
        }
        return shown;
    }

    static Caller caller(HttpServletRequest request, Sessions sessions) {
        requireSameOrigin(request);
        String access = value(request, ACCESS);
        return sessions.authenticate(access == null ? "" : access)
                .orElseThrow(() -> new RefusalException(ErrorCode.INVALID_TOKEN));
    }

    /** The refresh token of the cookie; null when there is none. */
    static @Nullable Secret refresh(HttpServletRequest request) {
        String refresh = value(request, REFRESH);
        if (refresh == null) {
            return null;
        }
        requireSameOrigin(request);
        return Secret.of(refresh);
    }

    /** The answer with the pair in cookies, and the CSRF token in the body where the pair would stand. */
    static Answer inCookies(Answer answer, TokenPair pair) {
        Secret refresh = pair.refresh();
        String csrf = csrf(refresh);
        Answer with = answer.cookie(cookie(ACCESS, pair.access().reveal(), true))
                .cookie(cookie(REFRESH, refresh.reveal(), true))
                .cookie(cookie(CSRF, csrf, false));
        return with.body(tokenless(answer).with("tokens", new JsonObject().with("csrf_token", csrf)));
    }

    static Answer withAccess(Answer answer, Secret access) {
        return answer.cookie(cookie(ACCESS, access.reveal(), true)).body(tokenless(answer));
    }

    private static JsonObject tokenless(Answer answer) {
        JsonObject kept = new JsonObject();
        if (answer.body() instanceof JsonObject body) {
            body.members().forEach((name, value) -> {
                if (!Set.of("tokens", "access", "refresh").contains(name)) {
                    kept.with(name, value);
                }
            });
        }
        return kept;
    }

    static Answer cleared(Answer answer) {
        Answer cleared = answer;
        for (String name : NAMES) {
            cleared = cleared.cookie(clearing(name));
        }
        return cleared;
    }

    /** The value of {@code Set-Cookie} that takes a cookie away. */
    static String clearing(String name) {
        return name + "=; Max-Age=0; Path=/; Secure; SameSite=Strict";
    }

    /** True when another site began the request (Fetch Metadata); a browser too old to say so is not held off. */
    public static boolean isCrossSite(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    static String cookie(String name, String value, boolean httpOnly) {
        return name + "=" + value + "; Path=/; Secure; SameSite=Strict" + (httpOnly ? "; HttpOnly" : "");
    }

    private static void requireSameOrigin(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        String cookie = value(request, CSRF);
        String shown = request.getHeader(CSRF_HEADER);
        boolean same = cookie != null
                && shown != null
                && MessageDigest.isEqual(
                        cookie.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
        String refresh = value(request, REFRESH);
        boolean ours = refresh == null || (cookie != null && cookie.equals(csrf(Secret.of(refresh))));
        if (!same || !ours || isCrossSite(request)) {
            throw new RefusalException(ErrorCode.CSRF_FAILED);
        }
    }

    private static String csrf(Secret refresh) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("lockstile/csrf:".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(refresh.utf8()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The value of the one cookie of that name; null for none, and for two, since either may be planted. */
    static @Nullable String value(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders("Cookie")).stream()
                .filter(header -> header.length() <= 4 * MAX_LENGTH)
                .flatMap(header -> List.of(header.split(";", -1)).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH)
                .toList();
        return values.size() == 1 ? values.get(0) : null;
    }
}
