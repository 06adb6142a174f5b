package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** The endpoints of fastapi-users over the real services, mounted as its applications mount them. */
abstract class FastApiStack {

    static final String ARTHUR = "king.arthur@camelot.example";
    static final String LADY = "lake.lady@camelot.example";
    static final String PASSWORD = "guinevere-of-cornwall";
    private static final AuthKeys KEYS = AuthKeys.generate();

    final Mailbox mailbox = new Mailbox();
    final SettableClock clock = SettableClock.at(Samples.NOW);
    Auth auth;
    TestServer server;
    TestClient client;

    @BeforeEach
    void start() {
        auth = Auth.builder(new InMemoryAuthStore())
                .settings(AuthSettings.owasp(
                                "Camelot",
                                TokenSettings.owasp("https://camelot.example", "camelot"),
                                LinkSettings.of(
                                        URI.create("https://camelot.example/verify"),
                                        URI.create("https://camelot.example/reset")))
                        .withThrottles(throttles()))
                .keys(KEYS)
                .email(mailbox)
                .clock(clock)
                .build();
        server = new TestServer(new AuthServlet(auth, served().withClock(clock).fastApiUsers()), "/auth/*", "/users/*");
        client = server.client();
    }

    /** The settings of the endpoints that a test changes. */
    HttpSettings served() {
        return HttpSettings.defaults();
    }

    /** How often a client may try, which a test changes. */
    ThrottleSettings throttles() {
        return ThrottleSettings.owasp().turnEverythingOff();
    }

    @AfterEach
    void stop() {
        server.close();
        auth.close();
    }

    TestClient.Reply register(String email, String more) {
        TestClient.Reply reply = client.post(
                "/auth/register", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"" + more + "}");
        auth.messages().dispatchDue();
        return reply;
    }

    /** A user whose address is proven. */
    void verified(String email) {
        assertThat(register(email, "").status()).isEqualTo(201);
        assertThat(client.post("/auth/verify", "{" + mailbox.link() + ",\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(200);
    }

    void superuser(String email) {
        NewAdmin admin = new NewAdmin(email, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER);
        assertThat(auth.admin().createFirstSuperuser(admin)).isInstanceOf(Outcome.Done.class);
    }

    TestClient.Reply login(String username, String password) {
        return form("/auth/jwt/login", "username=" + encoded(username) + "&password=" + encoded(password));
    }

    TestClient.Reply form(String path, String body) {
        return client.post(path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    TestClient as(String email) {
        JsonNode token = login(email, PASSWORD).json();
        return client.with(
                "Authorization", "Bearer " + token.path("access_token").asString());
    }

    static void refused(TestClient.Reply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("detail").asString()).isEqualTo(detail);
    }

    /** What is wrong with a body, as FastAPI tells it. */
    static void unprocessable(TestClient.Reply reply, String field) {
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json()
                        .path("detail")
                        .valueStream()
                        .map(problem -> problem.path("loc").path(1).asString()))
                .contains(field);
        assertThat(reply.json().path("detail").path(0).propertyNames()).contains("type", "loc", "msg");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
