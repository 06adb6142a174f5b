package dev.lockstile.proofs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that go to one node after the other, each with the one answer it may have, and how long they took. */
final class SoakClient {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ADDRESSES = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Integer> ports;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, List<Integer>> times = new TreeMap<>();

    SoakClient(List<Integer> ports) {
        this.ports = ports;
    }

    CrowdHttp.Reply get(String kind, String path, String access) {
        return send(kind, "GET " + path, access, "", 200);
    }

    CrowdHttp.Reply post(String kind, String path, String body, int status) {
        return send(kind, "POST " + path, "", body, status);
    }

    /** @param request method and path */
    CrowdHttp.Reply send(String kind, String request, String access, String body, int status) {
        int number = count.incrementAndGet();
        String[] words = request.split(" ");
        HttpRequest.Builder built = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.get(number % ports.size()) + "/auth/" + words[1]))
                .timeout(PATIENCE)
                .header(SoakNode.CLIENT, "198.51." + (100 + number % ADDRESSES % 4) + "." + (1 + number % ADDRESSES))
                .method(
                        words[0],
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!access.isEmpty()) {
            built.header("Authorization", "Bearer " + access);
        }
        if (!body.isEmpty()) {
            built.header("Content-Type", "application/json");
        }
        long begin = System.nanoTime();
        HttpResponse<String> answer = answer(built.build());
        took(kind, System.nanoTime() - begin);
        if (answer.statusCode() != status) {
            throw new AssertionError(kind + ", " + request + ": " + answer.statusCode() + " " + answer.body());
        }
        return new CrowdHttp.Reply(request, status, answer.body());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.uri().getPath() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    synchronized void took(String kind, long nanos) {
        times.computeIfAbsent(kind, key -> new ArrayList<>()).add((int) TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    /** What was measured since the last call. */
    synchronized Map<String, List<Integer>> times() {
        Map<String, List<Integer>> taken = new TreeMap<>(times);
        times.clear();
        return taken;
    }
}
