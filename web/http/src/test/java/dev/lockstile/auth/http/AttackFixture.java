package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The servlet as a host of the Python library would mount it: sign-up by phone and by code allowed, its figures, its
 * field names. What an attacker tries goes over HTTP; what arrives is read from the senders.
 */
abstract class AttackFixture {

    static final String PASSWORD = "plum-harbour-4417";
    static final String VICTIM = "victim@example.com";
    static final String VICTIMS_PHONE = "+525512345678";
    static final String EVES_PHONE = "+525587654321";

    final InMemoryAuthStore store = new InMemoryAuthStore();
    final Mailbox mailbox = new Mailbox();
    final RecordingSmsSender texts = new RecordingSmsSender();
    final List<AuthEvent> heard = new CopyOnWriteArrayList<>();
    final List<byte[]> pictures = new CopyOnWriteArrayList<>();
    final SettableClock clock = SettableClock.at(Samples.NOW);
    Auth auth;
    TestServer server;
    TestClient client;

    @BeforeEach
    final void start() {
        open(settings());
    }

    /** Mounts the library anew on the same rows. */
    final void open(AuthSettings settings) {
        open(settings, builder -> builder);
    }

    /** The same, with something more wired. */
    final void open(AuthSettings settings, UnaryOperator<AuthBuilder> more) {
        stop();
        AuthBuilder builder = Auth.builder(seenBy(store))
                .settings(settings)
                .keys(AuthKeys.generate())
                .email(mailbox)
                .sms(texts)
                .clock(clock)
                .audit(heard::add);
        auth = more.apply(builder).build();
        HttpSettings http = HttpSettings.defaults()
                .withSnakeCase()
                .withClock(clock)
                .withPictures((bytes, type) -> {
                    pictures.add(bytes);
                    return "/media/" + pictures.size();
                });
        server = new TestServer(new AuthServlet(auth, http));
        client = server.client();
    }

    /** The store as the library sees it. */
    AuthStore seenBy(AuthStore whole) {
        return whole;
    }

    AuthSettings settings() {
        AuthSettings base = AuthSettings.owasp(
                "Acme",
                TokenSettings.owasp("https://acme.example", "acme"),
                LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset")));
        return base.withPasswords(PasswordSettings.owasp().withLength(8, 128).withCost(new Argon2Cost(64, 1, 1)))
                .withSignUp(base.signUp().allowPhoneOnly().allowSignUpByCode());
    }

    @AfterEach
    final void stop() {
        if (server != null) {
            server.close();
            auth.close();
        }
    }

    static String json(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return JsonMapper.shared().writeValueAsString(object);
    }

    final TestClient.Reply post(String path, Object... members) {
        TestClient.Reply reply = client.post("/auth/" + path, json(members));
        deliver();
        return reply;
    }

    final TestClient.Reply as(TestClient caller, String method, String path, Object... members) {
        byte[] body = members.length == 0 ? new byte[0] : json(members).getBytes(StandardCharsets.UTF_8);
        TestClient.Reply reply = caller.send(method, "/auth/" + path, body, "application/json");
        deliver();
        return reply;
    }

    final void deliver() {
        while (auth.messages().dispatchDue() > 0) {
            // until nothing is due
        }
    }

    final TestClient.Reply register(String email, Object... more) {
        Object[] fields = {
            "email",
            email,
            "password",
            PASSWORD,
            "password_confirm",
            PASSWORD,
            "first_name",
            "Ana",
            "last_name_1",
            "Ruiz",
            "terms_and_conditions_accepted",
            true
        };
        Object[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return post("register/", all);
    }

    /** By a user who knows the password of the registration. */
    final TestClient.Reply confirm() {
        return client.post(
                "/auth/registration/account-confirmation-email/",
                "{" + mailbox.link() + ",\"password\":\"" + PASSWORD + "\"}");
    }

    /** Registers, confirms and answers who it is. */
    final UserId account(String email) {
        assertThat(register(email).status()).isEqualTo(201);
        assertThat(confirm().status()).isEqualTo(200);
        return auth.userId(as(signedIn(email), "GET", "me/?client=mobile")
                        .json()
                        .path("id")
                        .asString())
                .orElseThrow();
    }

    final TestClient.Reply login(String login, String password) {
        return post("login/basic/", "login", login, "password", password, "client", "web");
    }

    final JsonNode tokens(String email) {
        TestClient.Reply reply = login(email, PASSWORD);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("tokens");
    }

    final TestClient signedIn(String email) {
        return bearer(tokens(email));
    }

    final TestClient bearer(JsonNode tokens) {
        return client.with(
                "Authorization", "Bearer " + tokens.path("accessToken").asString());
    }

    final TestClient.Reply refresh(JsonNode tokens) {
        return post("token/refresh/", "refresh", tokens.path("refreshToken").asString());
    }

    final TestClient.Reply codeByMail(String email) {
        return post("otp/request/", "email", email, "channel", "email");
    }

    final TestClient.Reply codeByText(String phone) {
        return post("otp/request/", "phone", phone, "channel", "sms");
    }

    final TestClient.Reply enter(String kind, String identifier, String code, Object... more) {
        Object[] fields = {kind, identifier, "code", code, "client", "web"};
        Object[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return post("otp/verify/", all);
    }

    final TestClient.Reply reset(String link, String password) {
        return client.post(
                "/auth/password-reset/confirm/",
                "{" + link + ",\"new_password\":\"" + password + "\",\"new_password_confirm\":\"" + password + "\"}");
    }

    static String not(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (char) ('0' + (last - '0' + 1) % 10);
    }
}
