package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** The servlet over the real services and a store in memory, and the steps that most flows begin with. */
abstract class WholeStack {

    static final String PASSWORD = "correct horse battery staple";
    static final String BOOTSTRAP = "8f4c1e7a2b9d6035f1e8c7a4d2b9603e";
    private static final AuthKeys KEYS = AuthKeys.generate();

    final Mailbox mailbox = new Mailbox();
    final SettableClock clock = SettableClock.at(Samples.NOW);
    final InMemoryAuthStore store = new InMemoryAuthStore();
    Auth auth;
    TestServer server;
    TestClient client;

    @BeforeEach
    void start() {
        AuthSettings settings = AuthSettings.owasp(
                "Example",
                TokenSettings.owasp("https://api.example.com", "example"),
                LinkSettings.of(URI.create("https://example.com/confirm"), URI.create("https://example.com/reset")));
        auth = wired(Auth.builder(store))
                .settings(chosen(settings))
                .keys(KEYS)
                .email(mailbox)
                .clock(clock)
                .allowBootstrap(Secret.of(BOOTSTRAP))
                .build();
        server = new TestServer(new AuthServlet(auth, served().withSnakeCase().withClock(clock)));
        client = server.client();
    }

    /** What a test wires beside. */
    AuthBuilder wired(AuthBuilder builder) {
        return builder;
    }

    /** The settings of the services that a test changes. */
    AuthSettings chosen(AuthSettings settings) {
        return settings;
    }

    /** The settings of the endpoints that a test changes. */
    HttpSettings served() {
        return HttpSettings.defaults();
    }

    @AfterEach
    void stop() {
        server.close();
        auth.close();
    }

    TestClient.Reply register(String email) {
        TestClient.Reply reply = client.post(
                "/auth/register/",
                "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"password_confirm\":\"" + PASSWORD
                        + "\",\"first_name\":\"Ana\",\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true}");
        auth.messages().dispatchDue();
        return reply;
    }

    TestClient.Reply confirm() {
        return client.post(
                "/auth/registration/account-confirmation-email/",
                "{" + mailbox.link() + ",\"password\":\"" + PASSWORD + "\"}");
    }

    void account(String email) {
        assertThat(register(email).status()).isEqualTo(201);
        assertThat(confirm().status()).isEqualTo(200);
    }

    TestClient.Reply login(String login, String password) {
        return client.post(
                "/auth/login/basic/",
                "{\"login\":\"" + login + "\",\"password\":\"" + password + "\",\"client\":\"web\"}");
    }

    JsonNode tokens(String email) {
        TestClient.Reply reply = login(email, PASSWORD);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().path("tokens");
    }

    TestClient as(JsonNode tokens) {
        return client.with(
                "Authorization", "Bearer " + tokens.path("accessToken").asString());
    }

    TestClient.Reply refresh(String token) {
        return client.post("/auth/token/refresh/", "{\"refresh\":\"" + token + "\"}");
    }
}
