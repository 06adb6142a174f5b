package dev.lockstile.auth.http.internal.web;

import dev.lockstile.auth.http.settings.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What scripts of other origins may do (Fetch Standard 3.2): nothing, except for origins that the host has named
 * exactly. No wildcard, no pattern, no {@code null} origin (ASVS 3.4.2).
 *
 * @param origins such as {@code https://app.example.com}
 * @param credentials whether cookies may come along
 * @param headers that pages send beside those of the endpoints
 */
record Cors(Set<String> origins, boolean credentials, Set<String> headers) {

    private static final Map<String, String> PREFLIGHT =
            Map.of("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE", "Access-Control-Max-Age", "600");

    private static final String OWN = "Authorization, Content-Type, Accept-Language, X-CSRF-Token, "
            + CookieTransport.HEADER + ", " + DeviceCookie.HEADER + ", " + DeviceCookie.PROOF;

    /** The answer to the question that a browser asks before the request itself; empty when this is none. */
    Optional<Answer> preflight(HttpServletRequest request) {
        boolean asks = request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null
                && isAllowed(request);
        if (!asks) {
            return Optional.empty();
        }
        String allowed =
                Stream.concat(Stream.of(OWN), headers.stream().sorted()).collect(Collectors.joining(", "));
        Answer answer = Answer.done().header("Access-Control-Allow-Headers", allowed);
        for (Map.Entry<String, String> header : PREFLIGHT.entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        return Optional.of(answer);
    }

    /** The answer with what lets the script read it. */
    Answer marked(HttpServletRequest request, Answer answer) {
        if (origins.isEmpty()) {
            return answer;
        }
        Answer varied = answer.header("Vary", "Origin");
        if (!isAllowed(request)) {
            return varied;
        }
        Answer allowed = varied.header("Access-Control-Allow-Origin", request.getHeader("Origin"))
                .header("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate, " + RequestId.HEADER);
        return credentials ? allowed.header("Access-Control-Allow-Credentials", "true") : allowed;
    }

    private boolean isAllowed(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && origins.contains(origin);
    }
}
