package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.sms.ConsoleSmsSender;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class ReadmeHostTest {

    @Test
    void the_host_of_the_readme_serves() throws Exception {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:readme-host;DB_CLOSE_DELAY=-1");
        ReadmeHost.migrate(dataSource);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        ReadmeHost.Senders senders =
                new ReadmeHost.Senders(new ConsoleEmailSender(nowhere), new ConsoleSmsSender(nowhere));
        Server server = new Server(0);
        ServletContextHandler web = new ServletContextHandler();
        server.setHandler(web);
        try (EntityManagerFactory entities = ReadmeHost.entities(dataSource);
                Auth auth = ReadmeHost.mount(entities, AuthKeys.generate(), senders, web)) {
            server.start();
            assertThat(auth.sessions().publicKeys()).contains("P-256");
            assertThat(register(((ServerConnector) server.getConnectors()[0]).getLocalPort())
                            .statusCode())
                    .isEqualTo(201);
        } finally {
            server.stop();
        }
    }

    private static HttpResponse<String> register(int port) throws Exception {
        String body = "{\"email\": \"ana@example.com\", \"password\": \"plum-harbour-4417\","
                + " \"passwordConfirm\": \"plum-harbour-4417\", \"firstName\": \"Ana\", \"lastName1\": \"Ruiz\","
                + " \"termsAccepted\": true}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/auth/register/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
