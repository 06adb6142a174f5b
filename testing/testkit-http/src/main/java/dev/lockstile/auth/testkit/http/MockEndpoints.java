package dev.lockstile.auth.testkit.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a {@link MockOpenIdProvider} answers where a test has not replaced it. */
final class MockEndpoints implements HttpHandler {

    private static final String JSON = "application/json";

    private final MockOpenIdProvider provider;
    private final MockCodes codes = new MockCodes();

    MockEndpoints(MockOpenIdProvider provider) {
        this.provider = provider;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" ->
                send(exchange, 200, JSON, JSONObjectUtils.toJSONString(provider.discovery()));
            case "/keys" -> send(exchange, 200, JSON, provider.keySet());
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange);
            case "/userinfo" -> userInfo(exchange);
            default -> send(exchange, 404, JSON, "{}");
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = MockForms.parse(exchange.getRequestURI().getRawQuery());
        Map<String, String> answer = new LinkedHashMap<>();
        if (provider.person().isEmpty()) {
            answer.put("error", "access_denied");
        } else {
            answer.put("code", codes.issue(query, provider.person()));
        }
        answer.put("state", query.getOrDefault("state", ""));
        answer.put("iss", provider.issuer());
        String target = query.getOrDefault("redirect_uri", "");
        if ("form_post".equals(query.get("response_mode"))) {
            send(exchange, 200, "text/html", MockForms.selfSubmitting(target, answer));
            return;
        }
        exchange.getResponseHeaders()
                .set("Location", target + (target.contains("?") ? "&" : "?") + MockForms.encode(answer));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new LinkedHashMap<>(MockForms.parse(body));
        form.putAll(MockForms.basic(exchange.getRequestHeaders().getFirst("Authorization")));
        String client = form.getOrDefault("client_id", "");
        String secret = provider.secret(client);
        if (secret != null && !secret.equals(form.get("client_secret"))) {
            send(exchange, 401, JSON, "{\"error\":\"invalid_client\"}");
            return;
        }
        MockCodes.Grant grant = codes.redeem(form);
        if (grant == null) {
            send(exchange, 400, JSON, "{\"error\":\"invalid_grant\"}");
            return;
        }
        MockIdToken token =
                provider.idToken(client, String.valueOf(grant.person().get("sub")));
        grant.person().forEach(token::claim);
        token.claim("nonce", grant.nonce());
        Map<String, Object> answer = Map.of(
                "access_token",
                codes.accessToken(grant.person()),
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "id_token",
                token.sign());
        send(exchange, 200, JSON, JSONObjectUtils.toJSONString(answer));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        Map<String, Object> claims =
                codes.personOf(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        send(exchange, claims.isEmpty() ? 401 : 200, JSON, JSONObjectUtils.toJSONString(claims));
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
