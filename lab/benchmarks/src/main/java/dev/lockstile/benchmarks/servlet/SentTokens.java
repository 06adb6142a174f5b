package dev.lockstile.benchmarks.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.web.authentication.ott.OneTimeTokenGenerationSuccessHandler;

/** Takes the place of the mail that a host would send a one-time token with. */
final class SentTokens implements OneTimeTokenGenerationSuccessHandler {

    private final Map<String, String> byRecipient = new ConcurrentHashMap<>();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, OneTimeToken token) {
        byRecipient.put(token.getUsername(), token.getTokenValue());
        response.setStatus(204);
    }

    /** The token last sent there. */
    String to(String email) {
        return Objects.requireNonNull(byRecipient.remove(email), "no token was sent");
    }
}
