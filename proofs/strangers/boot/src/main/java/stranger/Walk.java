package stranger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The walk of the README; ends with an exception where an answer is not the one that it promises. */
final class Walk {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final URI base;

    Walk(String base) {
        this.base = URI.create(base);
    }

    void walk() throws IOException, InterruptedException {
        require(401, get("/api/hello", null));
        String registered = require(
                201,
                post(
                        "/auth/register/",
                        "{\"email\": \"" + EMAIL + "\", \"password\": \"" + PASSWORD
                                + "\", \"passwordConfirm\": \"" + PASSWORD
                                + "\", \"firstName\": \"Ana\", \"lastName1\": \"Ruiz\", \"termsAccepted\": true}"));
        String link = link();
        require(
                200,
                post(
                        "/auth/registration/account-confirmation-email/",
                        "{\"uid\": \"" + first("uid=([^&\"]+)", link)
                                + "\", \"token\": \"" + first("token=([^&\"]+)", link) + "\", \"registration\": \""
                                + first("\"registration\"\\s*:\\s*\"([^\"]+)\"", registered) + "\"}"));
        String login = require(
                200,
                post(
                        "/auth/login/basic/",
                        "{\"login\": \"" + EMAIL + "\", \"password\": \"" + PASSWORD + "\", \"client\": \"web\"}"));
        String token = first("\"accessToken\"\\s*:\\s*\"([^\"]+)\"", login);
        String greeting = require(200, get("/api/hello", token));
        if (!greeting.equals("Hello " + EMAIL)) {
            throw new IllegalStateException("greeted as " + greeting);
        }
    }

    private String link() throws IOException, InterruptedException {
        for (int i = 0; i < 2000; i++) {
            Matcher found = Pattern.compile("\"link\":\"([^\"]+)\"").matcher(require(200, get("/dev/messages", null)));
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IllegalStateException("no message came");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String require(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
