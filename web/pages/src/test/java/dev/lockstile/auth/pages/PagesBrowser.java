package dev.lockstile.auth.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies and the form token of the last page. */
final class PagesBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final LoopbackCookies cookies = new LoopbackCookies();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(cookies, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String base;
    private final String language;
    private String formToken = "";
    private String userAgent = "Java";

    PagesBrowser(String base, String language) {
        this.base = base;
        this.language = language;
    }

    /** The same browser with another header of the browser and its system. */
    PagesBrowser saying(String header) {
        userAgent = header;
        return this;
    }

    /** The same browser at this moment, for a form that is sent twice. */
    PagesBrowser twin() {
        PagesBrowser twin = new PagesBrowser(base, language);
        cookies.getCookies().forEach(cookie -> twin.cookies.add(URI.create(base), (HttpCookie) cookie.clone()));
        twin.formToken = formToken;
        return twin;
    }

    /** Takes what another browser has in its cookie of that name. */
    void take(String name, PagesBrowser from) {
        from.cookies.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .forEach(cookie -> cookies.add(URI.create(base), (HttpCookie) cookie.clone()));
    }

    /** Has a cookie as a page of a sibling site may plant it. */
    void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookies.add(URI.create(base), cookie);
    }

    String formToken() {
        return formToken;
    }

    String cookie(String name) {
        return cookies.getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    HttpResponse<String> open(String path) {
        return send(request(path).GET());
    }

    /** A page with these cookies alone; what the answer sets is not kept. */
    HttpResponse<String> openWith(String cookies, String path) {
        return send(HttpClient.newHttpClient(), request(path).header("Cookie", cookies));
    }

    /** A path of the same site that is none of the pages'. */
    HttpResponse<String> openOnSite(String path) {
        return send(HttpRequest.newBuilder(URI.create(base).resolve(path)).GET());
    }

    HttpResponse<String> head(String path) {
        return send(request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> submit(String path, Map<String, String> fields) {
        return send(post(path, fields));
    }

    /** A form with a field for which several things are chosen. */
    HttpResponse<String> submitLists(String path, Map<String, String> fields, String name, List<String> chosen) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", formToken);
        String list = chosen.stream()
                .map(text -> "&" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return send(form(path, encoded(all) + list));
    }

    /** A form, and the page that it leads to. */
    HttpResponse<String> submitAndFollow(String path, Map<String, String> fields) {
        HttpResponse<String> answer = submit(path, fields);
        String location = answer.headers().firstValue("Location").orElse("");
        return location.startsWith(PagesServer.MOUNT) ? open(location.substring(PagesServer.MOUNT.length())) : answer;
    }

    /** As a form of another site does it, with a token that would be right. */
    HttpResponse<String> submitFromElsewhere(String path, Map<String, String> fields) {
        return send(post(path, fields).header("Sec-Fetch-Site", "cross-site"));
    }

    PagesBrowser signedIn(String email, String password) {
        open("/sign-in");
        HttpResponse<String> answer = submit("/sign-in", Map.of("login", email, "password", password));
        if (answer.statusCode() != 303) {
            throw new AssertionError("not signed in: " + answer.statusCode());
        }
        return this;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept-Language", language)
                .header("User-Agent", userAgent);
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("csrf", formToken);
        return form(path, encoded(all));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder form(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(client, request);
    }

    private HttpResponse<String> send(HttpClient by, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = by.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Matcher token = FORM_TOKEN.matcher(response.body());
            formToken = token.find() ? token.group(1) : formToken;
            return response;
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
