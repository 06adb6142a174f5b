package dev.lockstile.proofs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One client with its own kept connection, and a count of what it was answered. */
final class CrowdHttp {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client;
    private final String base;
    private final CrowdTest.Hours hours;
    final Map<Integer, Integer> answers = new TreeMap<>();

    CrowdHttp(HttpClient client, int port, CrowdTest.Hours hours) {
        this.client = client;
        this.hours = hours;
        this.base = "http://127.0.0.1:" + port;
    }

    Reply get(String path, String access) {
        return send("GET", path, access, "");
    }

    Reply post(String path, String access, String body) {
        return send("POST", path, access, body);
    }

    Reply send(String method, String path, String access, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/auth/" + path));
        if (!access.isEmpty()) {
            request.header("Authorization", "Bearer " + access);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response = exchanged(request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
        answers.merge(response.statusCode(), 1, Integer::sum);
        return new Reply(method + " " + path, response.statusCode(), response.body());
    }

    /** The next letter to that address, once it has come. */
    MessageInbox.Letter letter(String to) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            MessageInbox.Letter letter = letterNow(to);
            if (letter != null) {
                return letter;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("nothing came to " + to);
    }

    /** The next letter with a link; notices before it are dropped. */
    MessageInbox.Letter letterWithLink(String to) {
        MessageInbox.Letter letter = letter(to);
        while (!letter.hasLink()) {
            letter = letter(to);
        }
        return letter;
    }

    private MessageInbox.@Nullable Letter letterNow(String to) {
        String text = exchanged(HttpRequest.newBuilder(URI.create(base + "/letters?to=" + to))
                        .GET())
                .body();
        return text.isEmpty() ? null : new MessageInbox.Letter(to, text);
    }

    private HttpResponse<String> exchanged(HttpRequest.Builder request) {
        hours.enter();
        try {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            hours.leave();
        }
    }

    /** What came back. */
    record Reply(String request, int status, String body) {

        /** One of these statuses, and for an error a code; "try again" is documented everywhere and ends the story. */
        Reply expect(Integer... statuses) {
            if (status == 503 || status == 429) {
                throw new TryLater();
            }
            boolean documented = status < 400 || body.contains("\"code\":\"");
            if (!List.of(statuses).contains(status) || !documented) {
                throw new AssertionError(request + ": " + status + " " + body);
            }
            return this;
        }

        String field(String name) {
            return group("\"" + name + "\":\"([^\"]+)\"");
        }

        String number(String name) {
            return group("\"" + name + "\":\"?(\\d+)");
        }

        private String group(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("no " + pattern + " in the answer to " + request);
            }
            return matcher.group(1);
        }
    }

    /** The server is busy and says so. */
    static final class TryLater extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TryLater() {
            super("try later", null, false, false);
        }
    }
}
