package dev.lockstile.auth.spring.openid;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at a browser with cookies, who signs in at the provider and is sent back. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** The parameters of the callback. */
    Map<String, String> signIn(URI authorization) throws IOException, InterruptedException {
        URI at = authorization;
        for (int hops = 0; hops < 10; hops++) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(at).header("Accept", "text/html"));
            if (answer.statusCode() == 200) {
                answer = login(at, answer.body());
            }
            URI next = at.resolve(answer.headers().firstValue("Location").orElseThrow(IllegalStateException::new));
            if (next.toString().startsWith(OpenIdServer.REDIRECT)) {
                return query(next);
            }
            at = next;
        }
        throw new IllegalStateException("sent around in a circle");
    }

    private HttpResponse<String> login(URI page, String html) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(html);
        String token = csrf.find() ? csrf.group(1) : "";
        String form = "username=" + OpenIdServer.PERSON + "&password=" + OpenIdServer.PASSWORD + "&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : uri.getRawQuery().split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
