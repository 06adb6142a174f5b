package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.test.InstalledPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL with a synchronous standby: the primary is killed under load, and the standby takes its place. */
@Timeout(300)
final class FailoverTest {

    private static final int ROUNDS = Proof.FULL ? 5 : 1;
    private static final int WORKERS = Proof.FULL ? 8 : 4;
    private static final int VISITS = Proof.FULL ? 100 : 15;
    private static final int OUTAGE_ANSWERS = 2 * WORKERS;

    /** The threads of a host that send e-mail, each with one message in hand. */
    private static final int SENDERS = 4;

    @Test
    void what_was_acknowledged_survives_the_primary() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (InstalledPostgres primary = InstalledPostgres.start();
                    InstalledPostgres standby = primary.standby();
                    ProofFixture fixture = new ProofFixture(address(primary, standby), InstalledPostgres.USER)) {
                failOver(primary, standby, fixture);
            }
        }
    }

    private static String address(InstalledPostgres primary, InstalledPostgres standby) {
        return primary.freshDatabase().replace(primary.address(), primary.address() + "," + standby.address())
                + "?targetServerType=primary&connectTimeout=2&socketTimeout=10";
    }

    private static void failOver(InstalledPostgres primary, InstalledPostgres standby, ProofFixture fixture)
            throws Exception {
        Letters letters = new Letters();
        try (SmallHost started = SmallHost.start(fixture.deployment(), TestHost.PLAIN, letters);
                Acknowledgements work = new Acknowledgements(List.of(started.auth()), letters)) {
            Auth host = started.auth();
            work.begin(WORKERS);
            work.await(VISITS, Acknowledgements.VISIT);
            primary.kill();
            work.outage(true);
            work.await(OUTAGE_ANSWERS, Acknowledgements.UNAVAILABLE);
            HttpResponse<String> reply = login(host);
            work.outage(false);
            standby.promote();
            long recovery = work.await(1, "Accepted");
            work.await(VISITS, Acknowledgements.VISIT);
            work.finish();
            work.holdAnswers();
            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.headers().firstValue("Retry-After")).hasValue("1");
            Map<String, Integer> found = work.hold(host);
            assertThat(letters.doubles()).as("what was in hand").isLessThanOrEqualTo(SENDERS);
            Invariants.hold(fixture, List.of(ProofFixture.PASSWORD));
            Proof.note("FailoverTest: " + work.answers() + ", afterwards " + found + ", first registration " + recovery
                    + " ms after the promotion, " + letters.count() + " messages, " + letters.doubles() + " twice");
        }
    }

    /** The answer of the endpoint for passwords. */
    private static HttpResponse<String> login(Auth host) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new AuthServlet(host, HttpSettings.defaults())), "/auth/*");
        server.setHandler(context);
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/auth/login/basic/");
            String body = "{\"login\":\"ana@acme.example\",\"password\":\"plum-harbour-4417\",\"client\":\"web\"}";
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } finally {
            server.stop();
        }
    }
}
