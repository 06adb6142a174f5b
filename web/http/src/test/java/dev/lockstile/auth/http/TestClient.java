package dev.lockstile.auth.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the endpoints that looks at every answer's invariants. */
final class TestClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;
    private final List<String> headers = new ArrayList<>();

    TestClient(int port) {
        this.port = port;
    }

    TestClient with(String name, String value) {
        TestClient copy = new TestClient(port);
        copy.headers.addAll(headers);
        copy.headers.addAll(List.of(name, value));
        return copy;
    }

    TestClient signedIn() {
        return with("Authorization", "Bearer " + Fakes.ACCESS);
    }

    Reply post(String path, String json) {
        return send("POST", path, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    Reply post(String path, byte[] body, String type) {
        return send("POST", path, body, type);
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    Reply delete(String path, String json) {
        return send("DELETE", path, json.getBytes(StandardCharsets.UTF_8), json.isEmpty() ? "" : "application/json");
    }

    Reply get(String path) {
        return send("GET", path, new byte[0], "");
    }

    Reply send(String method, String path, byte[] body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /**
         * The same with the secret of a registration, which is another each time, left out; of its form all are alike.
         */
        String textWithoutSecret() {
            return text().replaceAll("\"registration\":\"[\\w-]{22}\\.[\\w-]{43}\"", "\"registration\":\"...\"")
                    .replaceAll("\"challenge_id\":\"[\\w.-]{95}\"", "\"challenge_id\":\"...\"");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String code() {
            return json().path("code").asString("");
        }

        List<String> fields() {
            return List.copyOf(json().path("errors").propertyNames());
        }
    }
}
