package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The old application and the new endpoints behind one address. Both sides echo the body they got. */
class CohortFilterTest {

    private final IdentifierRules rules = IdentifierRules.standard();
    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private volatile boolean namelessIsNew;
    private Server server;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        CohortFilter filter =
                new CohortFilter(rules, members::contains, request -> namelessIsNew, CohortFilterTest::old);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new NewSide()), "/*");
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(context);
        server.start();
        client = new TestClient(((ServerConnector) server.getConnectors()[0]).getLocalPort());
        members.add(rules.email("ana@example.com").orElseThrow().key());
        members.add(rules.phone("+525512345678").orElseThrow().key());
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void who_is_in_the_cohort_reaches_the_new_endpoints_with_the_whole_body() {
        assertThat(post("{\"login\": \" Ana@EXAMPLE.com \", \"password\": \"x\"}"))
                .isEqualTo("new {\"login\": \" Ana@EXAMPLE.com \", \"password\": \"x\"}");
        assertThat(post("{\"phone\": \"+52 55 1234 5678\"}")).startsWith("new ");
    }

    @Test
    void the_others_reach_the_old_application_with_the_whole_body() {
        assertThat(post("{\"login\": \"ben@example.com\"}")).isEqualTo("old {\"login\": \"ben@example.com\"}");
    }

    @Test
    void a_raised_share_counts_from_the_next_request_on() {
        String body = "{\"email\": \"ben@example.com\"}";
        assertThat(post(body)).startsWith("old ");
        members.add(rules.email("ben@example.com").orElseThrow().key());
        assertThat(post(body)).startsWith("new ");
    }

    @Test
    void requests_that_name_nobody_go_where_the_host_says() {
        String large = "{\"login\": \"ana@example.com\", \"more\": \"" + "x".repeat(70_000) + "\"}";
        for (String body : new String[] {"", "{}", "{\"refresh\": \"a.b.c\"}", "{\"login\": 7}", "no json", large}) {
            namelessIsNew = false;
            assertThat(post(body)).isEqualTo("old " + body);
            namelessIsNew = true;
            assertThat(post(body)).isEqualTo("new " + body);
        }
    }

    private String post(String body) {
        return client.post("/auth/login/", body).text();
    }

    private static void old(HttpServletRequest request, HttpServletResponse response) throws IOException {
        echo("old ", request, response);
    }

    private static void echo(String side, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getOutputStream().write(side.getBytes(StandardCharsets.UTF_8));
        request.getInputStream().transferTo(response.getOutputStream());
    }

    private static final class NewSide extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            echo("new ", request, response);
        }
    }
}
