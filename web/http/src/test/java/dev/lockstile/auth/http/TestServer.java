package dev.lockstile.auth.http;

import dev.lockstile.auth.http.settings.HttpSettings;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.time.ZoneOffset;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The servlet in a real server on a free port of the loopback. */
final class TestServer implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    TestServer(HttpServlet servlet) {
        this(servlet, "/auth/*");
    }

    TestServer(HttpServlet servlet, String... mappings) {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet);
        for (String mapping : mappings) {
            context.addServlet(holder, mapping);
        }
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static TestServer of(Fakes fakes, HttpSettings settings) {
        return new TestServer(new AuthServlet(fakes.services(), settings));
    }

    static TestServer of(Fakes fakes) {
        return of(fakes, HttpSettings.defaults().withSnakeCase().withClock(fixed()));
    }

    static Clock fixed() {
        return Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    }

    int port() {
        return connector.getLocalPort();
    }

    TestClient client() {
        return new TestClient(port());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
