package dev.lockstile.examples.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** What docs/moving-from-fastapi-users.md shows of the routes. */
final class FastApiRoutesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void routes_of_fastapi_users_stand_beside_those_of_this_library() throws Exception {
        Server server = new Server(0);
        try (AuthTestKit kit = AuthTestKit.inMemory()) {
            ServletContextHandler context = new ServletContextHandler("/");
            mount(context, kit.auth());
            server.setHandler(context);
            server.start();
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            assertThat(get(port, "/users/me").body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
            assertThat(get(port, "/auth/jwt/login").statusCode()).isEqualTo(405);
            assertThat(get(port, "/api/auth/me/?client=web").body()).contains("\"code\":\"not_authenticated\"");
        } finally {
            server.stop();
        }
    }

    private static void mount(ServletContextHandler context, Auth auth) {
        // region: routes
        ServletHolder former =
                new ServletHolder(new AuthServlet(auth, HttpSettings.defaults().fastApiUsers()));
        context.addServlet(former, "/auth/*");
        context.addServlet(former, "/users/*");
        context.addServlet(new ServletHolder(new AuthServlet(auth, HttpSettings.defaults())), "/api/auth/*");
        // end: routes
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
