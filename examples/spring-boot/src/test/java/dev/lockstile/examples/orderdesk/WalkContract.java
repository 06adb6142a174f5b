package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Register, confirm, sign in and call the order desk, over HTTP, with the messages of the development inbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WalkContract {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "plum-harbour-4417";

    @TempDir
    static Path keys;

    private ConfigurableApplicationContext desk;
    private URI base;

    abstract String url();

    /** Who makes the desk's own column and table, beside the library that makes its own. */
    String migrations() {
        return "liquibase";
    }

    @BeforeAll
    void start() {
        desk = new SpringApplicationBuilder(OrderDeskApplication.class)
                .properties(
                        "ORDER_DESK_DB=" + url(),
                        "ORDER_DESK_DEV=true",
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "lockstile.keys.folder=" + keys)
                .run(
                        "--spring.liquibase.enabled=" + migrations().equals("liquibase"),
                        "--spring.flyway.enabled=" + migrations().equals("flyway"));
        base = URI.create("http://localhost:" + desk.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    void stop() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void somebody_registers_with_a_company_confirms_signs_in_and_is_greeted() throws Exception {
        register("ana@example.com", "Acme");
        String bearer = "Bearer " + signIn("ana@example.com");
        assertThat(get("/api/hello", bearer).body()).isEqualTo("Hello ana@example.com of Acme");
        assertThat(get("/api/purchases", bearer).body()).contains("welcome mug");
        assertThat(get("/auth/me/?client=web", bearer).body()).contains("Acme");
    }

    @Test
    void a_role_is_asked_for_and_refusals_are_those_of_the_contract() throws Exception {
        register("bob@example.com", "Acme");
        String bearer = "Bearer " + signIn("bob@example.com");
        assertThat(get("/api/admin", bearer).statusCode()).isEqualTo(403);
        assertThat(get("/api/admin", bearer).body()).contains("\"forbidden\"");
        assertThat(get("/api/hello", "Bearer nothing").body()).contains("\"invalid_token\"");
        assertThat(get("/api/hello", "Basic none").body()).contains("\"not_authenticated\"");
    }

    @Test
    void a_veto_takes_the_row_of_the_hook_along_and_tells_nobody() throws Exception {
        Purchases purchases = desk.getBean(Purchases.class);
        long before = purchases.count();
        HttpResponse<String> answer = post("/auth/register/", registration("eve@example.com", "rival"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(purchases.count()).isEqualTo(before);
        assertThat(post("/auth/login/basic/", login("eve@example.com")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_code_is_sent_and_read_in_the_inbox() throws Exception {
        register("luc@example.com", "Acme");
        post("/auth/otp/request/", "{\"email\": \"luc@example.com\", \"channel\": \"email\"}");
        assertThat(message("luc@example.com", "code")).matches("\\d{8}");
    }

    private void register(String email, String company) throws Exception {
        HttpResponse<String> registered = post("/auth/register/", registration(email, company));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        String link = message(email, "link");
        String confirmation = "{\"uid\": \"" + parameter("uid", link) + "\", \"token\": \"" + parameter("token", link)
                + "\", \"registration\": \"" + field("registration", registered.body()) + "\"}";
        assertThat(post("/auth/registration/account-confirmation-email/", confirmation)
                        .statusCode())
                .isEqualTo(200);
    }

    private String signIn(String email) throws Exception {
        HttpResponse<String> login = post("/auth/login/basic/", login(email));
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        return field("accessToken", login.body());
    }

    private static String registration(String email, String company) {
        return "{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\", \"passwordConfirm\": \"" + PASSWORD
                + "\", \"firstName\": \"Ana\", \"lastName1\": \"Ruiz\", \"company\": \"" + company
                + "\", \"termsAccepted\": true}";
    }

    private static String login(String email) {
        return "{\"login\": \"" + email + "\", \"password\": \"" + PASSWORD + "\", \"client\": \"web\"}";
    }

    /** Looks into the inbox until the message is there: it is sent after the commit, by another thread. */
    private String message(String email, String field) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        Pattern sent = Pattern.compile("\"to\":\"" + Pattern.quote(email) + "\".*?\"" + field + "\":\"([^\"]+)\"");
        while (System.nanoTime() < end) {
            Matcher found = sent.matcher(get("/dev/messages", "").body());
            if (found.find()) {
                return found.group(1);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no message to " + email);
    }

    private static String parameter(String name, String link) {
        Matcher found = Pattern.compile(name + "=([^&\"\\\\]+)").matcher(link);
        assertThat(found.find()).as(link).isTrue();
        return found.group(1);
    }

    private static String field(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        assertThat(found.find()).as(name + " in " + json).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).GET();
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
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
}
