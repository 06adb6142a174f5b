package dev.lockstile.auth.spring;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** A browser with cookies that sends forms as the page before has them. */
final class CookieBrowser {

    /** The type stands before the name, and at Spring's own forms behind it. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?:type=\"hidden\" name=\"|name=\"(?=[^\"]+\" type=\"hidden\"))([^\"]+)\"(?: type=\"hidden\")? value=\"([^\"]*)\"");

    private final Http http;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page = "";

    private CookieBrowser(Http http) {
        this.http = http;
    }

    static CookieBrowser of(ApplicationContext context) {
        return new CookieBrowser(Http.of(context));
    }

    static CookieBrowser of(Http http) {
        return new CookieBrowser(http);
    }

    /** Another browser with the cookies of this one. */
    CookieBrowser copy() {
        CookieBrowser copy = new CookieBrowser(http);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    HttpResponse<String> get(String path, String... headers) {
        return sent(http.send("GET", path, HttpRequest.BodyPublishers.noBody(), with(headers)));
    }

    /** Sends the fields and the hidden ones of the last page. */
    HttpResponse<String> submit(String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            all.putIfAbsent(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        return post(path, all, headers);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String[] typed = Arrays.copyOf(headers, headers.length + 2);
        typed[headers.length] = "Content-Type";
        typed[headers.length + 1] = "application/x-www-form-urlencoded";
        return sent(http.send("POST", path, HttpRequest.BodyPublishers.ofString(body), with(typed)));
    }

    void signIn(String email) {
        get("/account/sign-in");
        submit("/account/sign-in", Map.of("login", email, "password", Http.PASSWORD));
    }

    private String[] with(String... headers) {
        if (cookies.isEmpty()) {
            return headers;
        }
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Cookie";
        all[headers.length + 1] = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return all;
    }

    private HttpResponse<String> sent(HttpResponse<String> answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";")[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        page = answer.body();
        return answer;
    }
}
