package dev.lockstile.auth.testkit.http;

import dev.lockstile.auth.http.settings.JsonNaming;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A client of the endpoints. After each request the outbox is emptied, so that its messages are there to be read. */
public final class AuthClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One for all that this module sends: each has a thread of its own for as long as it is not collected. */
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final JsonNaming naming;
    private final Runnable after;
    private final List<String> headers = new ArrayList<>();

    AuthClient(int port, JsonNaming naming, Runnable after) {
        this.port = port;
        this.naming = naming;
        this.after = after;
    }

    /**
     * {@return the same client with one header more}
     *
     * @param name of the header
     * @param value added to values that it has
     */
    public AuthClient with(String name, String value) {
        AuthClient copy = new AuthClient(port, naming, after);
        copy.headers.addAll(headers);
        copy.headers.addAll(List.of(name, value));
        return copy;
    }

    /**
     * {@return the same client with an access token}
     *
     * @param accessToken sent as a bearer token
     */
    public AuthClient bearing(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /**
     * Posts members, by turns a name and a value, as a JSON object.
     *
     * @param path below the base path, such as {@code login/}
     * @param members each name as it is on the wire, before its value
     * @return the answer, after the outbox was emptied
     */
    public AuthReply post(String path, Object... members) {
        return send("POST", path, body(members));
    }

    /**
     * Asks for what lies below the base path.
     *
     * @param path below the base path
     * @return the answer, after the outbox was emptied
     */
    public AuthReply get(String path) {
        return send("GET", path, null);
    }

    /**
     * Sends a JSON object, or no body where it is null; the path stands below the base path.
     *
     * @param method of HTTP
     * @param path below the base path
     * @param body names as they are on the wire
     * @return the answer, after the outbox was emptied
     */
    public AuthReply send(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/auth/" + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        AuthReply reply = exchanged(request.build());
        after.run();
        return reply;
    }

    private AuthReply exchanged(HttpRequest request) {
        try {
            return new AuthReply(HTTP.send(request, HttpResponse.BodyHandlers.ofString()), naming);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** A JSON object of names and values by turns. */
    static Map<String, Object> body(Object... members) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return body;
    }
}
