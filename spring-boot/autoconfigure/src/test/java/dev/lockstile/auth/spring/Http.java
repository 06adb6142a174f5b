package dev.lockstile.auth.spring;

import dev.lockstile.auth.testkit.SentLink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.springframework.context.ApplicationContext;

/** A client of the shop. */
record Http(URI base, HttpClient client) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final String PASSWORD = "plum-harbour-4417";

    static Http of(ApplicationContext context) {
        return new Http(address("http", context), CLIENT);
    }

    /** Over TLS. */
    static Http of(ApplicationContext context, SSLContext trust) {
        return new Http(
                address("https", context),
                HttpClient.newBuilder().sslContext(trust).build());
    }

    private static URI address(String scheme, ApplicationContext context) {
        return URI.create(scheme + "://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(request(path, headers).method(method, body));
    }

    HttpResponse<String> confirm(SentLink link, HttpResponse<String> registered) {
        return post(
                "/auth/registration/account-confirmation-email/",
                "{\"uid\": \"" + link.uid() + "\", \"token\": \"" + link.token() + "\", \"registration\": \""
                        + field("registration", registered.body()) + "\"}");
    }

    static String registration(String email) {
        return "{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\", \"passwordConfirm\": \"" + PASSWORD
                + "\", \"firstName\": \"Ana\", \"lastName1\": \"Ruiz\", \"termsAccepted\": true}";
    }

    static String login(String email) {
        return "{\"login\": \"" + email + "\", \"password\": \"" + PASSWORD + "\", \"client\": \"web\"}";
    }

    static String access(HttpResponse<String> login) {
        return field("accessToken", login.body());
    }

    static String field(String name, String json) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
