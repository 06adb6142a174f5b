package example.bookbarn;

import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the shop's endpoints. */
public final class Browser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;

    public Browser(int port) {
        base = "http://localhost:" + port + "/auth";
    }

    /** As the shop has them, without limits, and with hashes that cost a test little. */
    public static AuthSettings settings() {
        return Shop.settings()
                .withThrottles(ThrottleSettings.owasp().turnEverythingOff())
                .withPasswords(PasswordSettings.owasp().withLength(8, 128).withCost(Argon2Cost.cheapForTests()));
    }

    /** The status of a sign-in by password. */
    public int signIn(String login, String password) {
        return post("/login/basic/", Map.of("login", login, "password", password, "client", "web"))
                .status();
    }

    public Answer post(String path, Map<String, ?> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** An answer. */
    public record Answer(int status, JsonNode json) {}
}
