package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A browser registers, confirms, signs in at the pages, and orders by the order desk's own form. */
class PagesWalkTest {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("\"link\":\"https?://[^/]+(/account/confirm\\?[^\"]+)\"");
    private static final String PASSWORD = "plum-harbour-4417";

    @TempDir
    Path keys;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private String base = "";
    private String page = "";

    @Test
    void a_member_orders_in_a_browser_and_a_form_of_another_site_orders_nothing() throws Exception {
        try (ConfigurableApplicationContext desk = new SpringApplicationBuilder(OrderDeskApplication.class)
                .properties("ORDER_DESK_DB=jdbc:h2:mem:pages", "ORDER_DESK_DEV=true", "server.port=0")
                .properties("spring.main.banner-mode=off", "lockstile.keys.folder=" + keys)
                .run()) {
            base = "http://localhost:" + desk.getEnvironment().getProperty("local.server.port");
            assertThat(get("/order").statusCode()).isEqualTo(401);
            register();
            assertThat(get("/account/account").body()).contains("ana@example.com");
            assertThat(get("/api/hello").body()).isEqualTo("Hello ana@example.com of Acme");
            assertThat(post("/order", Map.of("item", "planted")).statusCode()).isEqualTo(403);
            get("/order");
            assertThat(submit("/order", Map.of("item", "teapot")).body()).isEqualTo("ordered");
            assertThat(get("/api/purchases").body()).contains("teapot").doesNotContain("planted");
            get("/account/account");
            submit("/account/sign-out", Map.of());
            assertThat(get("/order").statusCode()).isEqualTo(401);
        }
    }

    private void register() throws Exception {
        assertThat(get("/account/register").body()).contains("name=\"own_company\"");
        Map<String, String> form = new LinkedHashMap<>(Map.of("first_name", "Ana", "last_name_1", "Ruiz"));
        form.putAll(Map.of("email", "ana@example.com", "own_company", "Acme", "terms", "on"));
        form.putAll(Map.of("password", PASSWORD, "password_confirm", PASSWORD));
        assertThat(submit("/account/register", form).uri().getPath()).isEqualTo("/account/register/sent");
        assertThat(get(link()).statusCode()).isEqualTo(200);
        assertThat(submit("/account/confirm", Map.of("password", PASSWORD))
                        .uri()
                        .getPath())
                .isEqualTo("/account/sign-in");
        get("/account/sign-in");
        submit("/account/sign-in", Map.of("login", "ana@example.com", "password", PASSWORD));
    }

    /** Looks into the inbox until the message is there: it is sent after the commit, by another thread. */
    private String link() throws Exception {
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** Sends the hidden fields of the last page as well. */
    private HttpResponse<String> submit(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        return post(path, all);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
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
