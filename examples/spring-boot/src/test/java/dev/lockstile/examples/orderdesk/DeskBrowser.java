package dev.lockstile.examples.orderdesk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** A browser with cookies at the order desk, which follows no redirect by itself. */
final class DeskBrowser {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("\"link\":\"https?://[^/]+(/account/confirm\\?[^\"]+)\"");
    private static final String PASSWORD = "plum-harbour-4417";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private String page = "";

    DeskBrowser(ConfigurableApplicationContext desk) {
        base = "http://localhost:" + desk.getEnvironment().getProperty("local.server.port");
    }

    /** Registers at the pages and confirms the address. */
    void register() throws IOException, InterruptedException {
        get("/account/register");
        Map<String, String> form = new LinkedHashMap<>(Map.of("first_name", "Ana", "last_name_1", "Ruiz"));
        form.putAll(Map.of("email", "ana@example.com", "own_company", "Acme", "terms", "on"));
        form.putAll(Map.of("password", PASSWORD, "password_confirm", PASSWORD));
        follow(submit("/account/register", form));
        get(link());
        submit("/account/confirm", Map.of("password", PASSWORD));
    }

    /** Signs in at the form of the last page; the answer is a redirect. */
    HttpResponse<String> signIn() throws IOException, InterruptedException {
        return submit("/account/sign-in", Map.of("login", "ana@example.com", "password", PASSWORD));
    }

    /** Looks into the inbox until the message is there: it is sent after the commit, by another thread. */
    private String link() throws IOException, InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            Matcher found = LINK.matcher(get("/dev/messages").body());
            if (found.find()) {
                return found.group(1).replace("\\u0026", "&");
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no message");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "text/html");
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return get(path, accept, "en");
    }

    HttpResponse<String> get(String path, String accept, String language) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", accept)
                .header("Accept-Language", language));
    }

    /** Where a redirect leads to. */
    HttpResponse<String> follow(HttpResponse<String> redirect) throws IOException, InterruptedException {
        URI there = redirect.uri().resolve(location(redirect));
        return send(HttpRequest.newBuilder(there).header("Accept", "text/html"));
    }

    static String location(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow();
    }

    /** Sends the hidden fields of the last page as well. */
    HttpResponse<String> submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        page = answer.body();
        return answer;
    }
}
