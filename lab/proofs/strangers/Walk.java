package stranger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The walk of the README; ends with an exception where an answer is not the one that it promises. */
final class Walk {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final URI base;
    private final Messages messages;

    Walk(String base, Messages messages) {
        this.base = URI.create(base);
        this.messages = messages;
    }

    /** All messages that were sent so far, as one text. */
    interface Messages {
        String text() throws IOException, InterruptedException;
    }

    void walk() throws IOException, InterruptedException {
        registers();
        String login = json("{'login': '" + EMAIL + "', 'password': '" + PASSWORD + "', 'client': 'web'}");
        String first = post(200, "/auth/login/basic/", login, null);
        signedIn(value("accessToken", first));
        String next =
                post(200, "/auth/token/refresh/", json("{'refreshToken': '" + value("refreshToken", first) + "'}"), null);
        String access = value("accessToken", next);
        signedIn(access);
        post(204, "/auth/logout/", "{}", access);
        get(401, "/auth/me/", access);
        signedIn(value("accessToken", byCode()));
        System.out.println("registered, confirmed, signed in, refreshed, signed out, and signed in by a code");
    }

    private void registers() throws IOException, InterruptedException {
        String registered = post(
                201,
                "/auth/register/",
                json("{'email': '" + EMAIL + "', 'password': '" + PASSWORD + "', 'passwordConfirm': '" + PASSWORD
                        + "', 'firstName': 'Ana', 'lastName1': 'Ruiz', 'termsAccepted': true}"),
                null);
        String link = sent("\\?(uid=[\\w=&%.-]+)", List.of());
        post(
                200,
                "/auth/registration/account-confirmation-email/",
                json("{'uid': '" + found("uid=([^&]+)", link) + "', 'token': '" + found("token=([^&]+)", link)
                        + "', 'registration': '" + value("registration", registered) + "'}"),
                null);
    }

    private String byCode() throws IOException, InterruptedException {
        String code = "(?<!\\w)(\\d{8})(?!\\w)";
        List<String> before = all(code, messages.text());
        post(201, "/auth/otp/request/", json("{'email': '" + EMAIL + "', 'channel': 'email'}"), null);
        String body = json("{'email': '" + EMAIL + "', 'code': '" + sent(code, before) + "', 'client': 'web'}");
        return post(200, "/auth/otp/verify/", body, null);
    }

    private void signedIn(String access) throws IOException, InterruptedException {
        String me = get(200, "/auth/me/", access);
        if (!me.contains(EMAIL)) {
            throw new IllegalStateException("not who signed in: " + me);
        }
        String greeting = get(200, "/api/hello", access);
        if (!greeting.equals("Hello " + EMAIL)) {
            throw new IllegalStateException("greeted as " + greeting);
        }
        get(401, "/api/hello", null);
    }

    /** The first match in the messages that was not there before: they are sent after the answer, by another thread. */
    private String sent(String pattern, List<String> before) throws IOException, InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            List<String> now = new ArrayList<>(all(pattern, messages.text()));
            now.removeAll(before);
            if (!now.isEmpty()) {
                return now.get(0);
            }
        }
        throw new IllegalStateException("no message came");
    }

    private String get(int status, String path, String access) throws IOException, InterruptedException {
        return send(status, HttpRequest.newBuilder(base.resolve(path)), access);
    }

    private String post(int status, String path, String json, String access) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(status, request, access);
    }

    private static String send(int status, HttpRequest.Builder request, String access)
            throws IOException, InterruptedException {
        if (access != null) {
            request.header("Authorization", "Bearer " + access);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String value(String name, String json) {
        return found("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"", json);
    }

    private static String found(String pattern, String text) {
        List<String> all = all(pattern, text);
        if (all.isEmpty()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return all.get(0);
    }

    private static List<String> all(String pattern, String text) {
        List<String> all = new ArrayList<>();
        for (MatchResult match : Pattern.compile(pattern).matcher(text).results().toList()) {
            all.add(match.group(1));
        }
        return all;
    }
}
