package dev.lockstile.auth.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a running application's endpoints. It follows no redirect, so that no password goes elsewhere. */
final class SmokeClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The inherited names, for those that are not the clean one in snake case. */
    private static final Map<String, String> INHERITED = Map.of(
            "termsAccepted", "terms_and_conditions_accepted", "lastName1", "last_name_1", "refreshToken", "refresh");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI endpoints;
    private boolean clean = true;

    SmokeClient(URI endpoints) {
        this.endpoints = endpoints;
    }

    /** Tells the names that the application speaks by what it misses in an empty request. */
    String probe() throws IOException, InterruptedException {
        SmokeAnswer answer = call("POST", "/token/refresh/", Map.of(), null);
        if (answer.status() != 400 || !answer.code().equals("invalid_input")) {
            throw answer.refused(
                    "a request without members is to be refused with invalid_input; is this where the endpoints are mounted?");
        }
        clean = answer.at("errors", "refreshToken") != null;
        return clean ? "clean names" : "inherited names (snake case)";
    }

    SmokeAnswer post(String path, Map<String, ?> body, @Nullable String token)
            throws IOException, InterruptedException {
        return call("POST", path, body, token);
    }

    SmokeAnswer get(String path, @Nullable String token) throws IOException, InterruptedException {
        return call("GET", path, null, token);
    }

    SmokeAnswer delete(String path, Map<String, ?> body, String token) throws IOException, InterruptedException {
        return call("DELETE", path, body, token);
    }

    /** Reads another address of the application, such as the development inbox. */
    SmokeAnswer read(URI address) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build());
    }

    private SmokeAnswer call(String method, String path, @Nullable Map<String, ?> body, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoints + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(named(body))));
        }
        return answer(request.build());
    }

    private SmokeAnswer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        long wait = response.headers()
                .firstValue("Retry-After")
                .map(SmokeClient::seconds)
                .orElse(-1L);
        return new SmokeAnswer(response.statusCode(), json(response.body()), wait);
    }

    /** Missing where a body is no JSON. */
    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (RuntimeException e) {
            return JSON.missingNode();
        }
    }

    private static long seconds(String header) {
        return header.matches("\\d{1,9}") ? Long.parseLong(header) : -1;
    }

    private Map<String, Object> named(Map<String, ?> body) {
        Map<String, Object> named = new LinkedHashMap<>();
        body.forEach((name, value) -> named.put(clean ? name : inherited(name), value));
        return named;
    }

    private static String inherited(String name) {
        return INHERITED.getOrDefault(
                name, name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }
}
