package dev.lockstile.examples.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.shadow.ShadowReport;
import dev.lockstile.auth.cutover.shadow.ShadowSignIn;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.support.LegacyTokenMaker;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The document's wiring, over HTTP: who is in the cohort comes over, with a password or an old token. */
class CutOverHostTest {

    private static final String KEY = "rig-secret-key-not-for-production-0123456789abcdef";
    private static final String HASH = "'pbkdf2_sha256$1000$salt$2jVcQ+FYz6CUUZescFLdklBuHM9H4ZaaEVKdWCrRNcM='";
    private static final String LOGIN = "{\"login\": \"%s\", \"password\": \"old-harbour-4417\", \"client\": \"web\"}";

    private final SmallLegacy old = new SmallLegacy();
    private final JdbcDataSource database = new JdbcDataSource();
    private final MigrationFixture fixture = new MigrationFixture(new InMemoryAuthStore());
    private final HttpClient client = HttpClient.newHttpClient();
    private PersonImport personImport;
    private Auth auth;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        database.setURL("jdbc:h2:mem:cutover;DB_CLOSE_DELAY=-1");
        Sql.execute(database, "create table rollout (percent numeric(5, 2))", "insert into rollout values (0)");
        JustInTimeMigration migration =
                CutOverHost.migration(fixture.store, fixture.passwords(), fixture.clock, old.database());
        personImport = new PersonImport(fixture.target(), JbDrfAuthPreset.discovering(), ImportOptions.defaults());
        auth = fixture.node(builder -> CutOverHost.moving(
                builder, personImport, migration, new CutOverHost.Old(Secret.of(KEY), old.database())));
        ServletContextHandler web = new ServletContextHandler();
        web.addServlet(
                new ServletHolder(new AuthServlet(auth, HttpSettings.defaults().withSnakeCase())), "/auth/*");
        CutOverHost.gate(web, database, Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0"), (request, response) -> {
            response.getOutputStream().write("old".getBytes(StandardCharsets.UTF_8));
        });
        server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(web);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        Sql.execute(database, "drop table rollout");
    }

    @Test
    void who_is_in_the_cohort_comes_over_and_the_others_reach_the_old_application() throws Exception {
        old.user(1, "email", "'ana@acme.example'", "password", HASH).profile(1, 1);
        old.user(2, "email", "'ben@acme.example'", "password", HASH).profile(2, 2);
        assertThat(post("login/basic/", LOGIN.formatted("ben@acme.example")).body())
                .isEqualTo("old");
        assertThat(post("login/basic/", LOGIN.formatted("ana@acme.example")).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Timeout(60)
    void the_old_answers_are_looked_at_and_nobody_comes_over() {
        old.user(4, "email", "'kim@acme.example'", "password", HASH).profile(4, 4);
        ShadowSignIn shadow = CutOverHost.shadow(auth, personImport);
        CutOverHost.Typed typed = new CutOverHost.Typed("kim@acme.example", Secret.of("old-harbour-4417"));
        for (int i = 0; i < 10; i++) {
            CutOverHost.answered(shadow, typed, 200, "4");
            CutOverHost.answered(shadow, typed, 500, "4");
        }
        while (shadow.report().counts().waiting() > 0 && !Thread.interrupted()) {
            Thread.onSpinWait();
        }
        assertThat(shadow.report().counts().waiting()).as("in time").isZero();
        shadow.close();
        ShadowReport report = shadow.report();
        assertThat(report.counts().seen()).isEqualTo(20);
        assertThat(report.counts().noAnswer()).isEqualTo(10);
        assertThat(report.passwords()).isEqualTo(Map.of("signed_in", Map.of("would_migrate", 1L)));
        assertThat(personImport.userOf("users", "4")).isEmpty();
    }

    @Test
    void an_old_refresh_token_is_exchanged_at_the_usual_endpoint_once() throws Exception {
        old.user(3, "email", "'eva@acme.example'", "password", HASH).profile(3, 3);
        String token = new LegacyTokenMaker(KEY, fixture.clock).refresh(3, 3);
        String body = "{\"refresh\": \"" + token + "\"}";
        HttpResponse<String> first = post("token/refresh/", body);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("\"access\"", "\"refresh\"");
        assertThat(post("token/refresh/", body).statusCode()).isEqualTo(401);
    }

    @Test
    void an_old_system_that_does_not_answer_is_503_with_a_time_to_come_back() throws Exception {
        old.execute("drop table authentication_user");
        HttpResponse<String> reply = post("login/basic/", LOGIN.formatted("ana@acme.example"));
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).doesNotContain("authentication_user");
    }

    @Test
    void the_endpoint_of_an_old_application_is_wired_as_shown() {
        assertThat(CutOverHost.endpoint(Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0"))
                        .answersWhole())
                .isTrue();
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/auth/" + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
