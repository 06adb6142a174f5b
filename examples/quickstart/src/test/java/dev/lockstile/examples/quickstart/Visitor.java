package dev.lockstile.examples.quickstart;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, sends the forms it is shown, follows the redirect after each. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final String base;
    private String language = "en";
    private String csrf = "";

    Visitor(int port) {
        base = "http://localhost:" + port;
    }

    Visitor speaking(String tag) {
        language = tag;
        return this;
    }

    /** A page, after redirects. */
    Shown open(String path) {
        Shown shown = send(path, "GET", "");
        return shown.location() == null ? shown : open(shown.location());
    }

    /** A form of the last page, and the page that it leads to. */
    Shown submit(String path, Map<String, String> fields) {
        Shown answer = submitOnly(path, fields);
        return answer.location() == null ? answer : open(answer.location());
    }

    /** The bare answer to a form of the last page. */
    Shown submitOnly(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", csrf);
        return send(path, "POST", encode(all));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private Shown send(String path, String method, String body) {
        URI uri = URI.create(base + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept-Language", language)
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        if (method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        HttpResponse<String> response =
                withCookies(uri, request.method(method, HttpRequest.BodyPublishers.ofString(body)));
        Matcher form = CSRF.matcher(response.body());
        csrf = form.find() ? form.group(1) : csrf;
        return new Shown(response);
    }

    private HttpResponse<String> withCookies(URI uri, HttpRequest.Builder request) {
        try {
            List<String> held = cookies.get(uri, Map.of()).getOrDefault("Cookie", List.of());
            if (!held.isEmpty()) {
                request.header("Cookie", String.join("; ", held));
            }
            HttpResponse<String> response = Http.exchange(request.build());
            cookies.put(uri, response.headers().map());
            return response;
        } catch (IOException e) {
            throw new AssertionError("no cookies", e);
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What came back. */
    record Shown(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String path() {
            return response.uri().getPath();
        }

        String location() {
            return response.headers().firstValue("Location").orElse(null);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The value of the first hidden field of that name after that place of the page. */
        String hidden(String after, String name) {
            Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"")
                    .matcher(text().substring(text().indexOf(after)));
            if (!field.find()) {
                throw new AssertionError("no field " + name + " after " + after);
            }
            return field.group(1);
        }
    }
}
