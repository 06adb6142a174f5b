package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A quickstart of its own on an embedded database, and the messages it sent. */
final class PagesFixture implements AutoCloseable {

    static final String PASSWORD = "plum-harbour-4417";
    static final String BOOTSTRAP = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Application application;

    private PagesFixture(Application application) {
        this.application = application;
    }

    static PagesFixture open(Path folder, Map<String, String> more) {
        return open(folder, more, UnaryOperator.identity());
    }

    /** With other figures than this host's. */
    static PagesFixture open(Path folder, Map<String, String> more, UnaryOperator<AuthSettings> change) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUICKSTART_PORT",
                "0",
                "QUICKSTART_DEV",
                "true",
                "QUICKSTART_LIMITS",
                "off",
                "QUICKSTART_DATA",
                folder.resolve("data").toString(),
                "QUICKSTART_DB_URL",
                "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1",
                "QUICKSTART_BOOTSTRAP",
                BOOTSTRAP));
        environment.put("QUICKSTART_NAMING", "snake");
        environment.putAll(more);
        return new PagesFixture(Application.start(
                QuickstartSettings.from(environment), figures -> change.apply(QuickHashing.of(figures))));
    }

    int port() {
        return application.port();
    }

    Visitor visitor() {
        return new Visitor(port());
    }

    /** Makes root@example.com the first superuser, by the bootstrap token. */
    void createSuperuser() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port() + "/auth/admin/create-superuser/"))
                .header("Content-Type", "application/json")
                .header("X-Admin-Bootstrap-Token", BOOTSTRAP)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\": \"root@example.com\", \"password\": \"" + PASSWORD + "\"}"))
                .build();
        assertThat(Http.exchange(request).statusCode()).isEqualTo(201);
    }

    /** The same, signed in: an access token. */
    String superuserToken() {
        createSuperuser();
        return new Http(port())
                .post("/auth/login/basic/", Map.of("login", "root@example.com", "password", PASSWORD, "client", "web"))
                .json()
                .path("tokens")
                .path("accessToken")
                .asString();
    }

    /** The newest code to that address, once it has come; a code that was seen before does not count. */
    String code(String to, @Nullable String seen) {
        return waitFor(to, "code", seen);
    }

    /** Path and query of the newest link to that address. */
    String link(String to, @Nullable String seen) {
        String link = waitFor(to, "link", seen == null ? null : "http://localhost:" + port() + seen);
        return link.substring(link.indexOf('/', "http://".length()));
    }

    private String waitFor(String to, String what, @Nullable String seen) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (JsonNode message : new Http(port()).get("/dev/messages", null).json()) {
                String found = message.path(what).asString("");
                if (message.path("to").asString().equals(to) && !found.isEmpty()) {
                    if (!found.equals(seen)) {
                        return found;
                    }
                    break;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no " + what + " came to " + to);
    }

    /** Registers, proves the address and signs in. */
    Visitor member(String email) {
        Visitor visitor = visitor();
        visitor.open("/register");
        visitor.submit("/register", registration(email));
        String link = link(email, null);
        visitor.open(link);
        visitor.submit("/confirm", query(link));
        visitor.submit("/sign-in", Map.of("login", email, "password", PASSWORD));
        return visitor;
    }

    static Map<String, String> registration(String email) {
        return Map.of(
                "first_name",
                "Ana",
                "last_name_1",
                "Ruiz",
                "email",
                email,
                "password",
                PASSWORD,
                "password_confirm",
                PASSWORD,
                "terms",
                "on");
    }

    static Map<String, String> query(String link) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : link.substring(link.indexOf('?') + 1).split("&")) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return fields;
    }

    @Override
    public void close() {
        application.close();
    }
}
