package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.apikey.ApiKeys;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the access token: in one {@code Authorization} header and nowhere else (RFC 6750 2.1, ASVS 14.2.1). */
final class Bearer {

    private static final int MAX_LENGTH = 8 * 1024;
    private static final Pattern SCHEME = Pattern.compile("bearer(?: .*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CREDENTIALS =
            Pattern.compile("bearer ([A-Za-z0-9._~+/=-]++)", Pattern.CASE_INSENSITIVE);

    private Bearer() {}

    static Caller caller(HttpServletRequest request, Sessions sessions) {
        return authenticated(shown(request), sessions);
    }

    /**
     * The same where programs may show an API key in its place: the host's own endpoints, and none of the library's.
     */
    static Caller caller(HttpServletRequest request, Sessions sessions, ApiKeys keys) {
        String shown = shown(request);
        return keys.isKey(shown) ? OutcomeErrors.value(keys.authenticate(shown)) : authenticated(shown, sessions);
    }

    private static Caller authenticated(String token, Sessions sessions) {
        return sessions.authenticate(token).orElseThrow(() -> new RefusalException(ErrorCode.INVALID_TOKEN));
    }

    private static String shown(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.isEmpty() || !SCHEME.matcher(headers.get(0)).matches()) {
            throw new RefusalException(ErrorCode.NOT_AUTHENTICATED);
        }
        String header = headers.get(0);
        Matcher credentials = CREDENTIALS.matcher(header);
        if (headers.size() > 1 || header.length() > MAX_LENGTH || !credentials.matches()) {
            throw new RefusalException(ErrorCode.INVALID_TOKEN);
        }
        return credentials.group(1);
    }

    /** The token of the header, whether or not it is good; empty where there is not exactly one. */
    static Optional<String> token(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() != 1 || headers.get(0).length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher credentials = CREDENTIALS.matcher(headers.get(0));
        return credentials.matches() ? Optional.of(credentials.group(1)) : Optional.empty();
    }
}
