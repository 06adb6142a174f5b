package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.OpenApi;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Embedded Jetty: the endpoints under {@code /auth}, and what the application adds. */
final class WebServer implements AutoCloseable {

    static final String API_DOCUMENT = "/api/openapi.json";

    private static final long STOP_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Takes the port at once, so that one in use is told before the database is opened. */
    static WebServer bind(int port) {
        Server server = new Server();
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(SingleSlashes.COMPLIANCE);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setPort(port);
        server.addConnector(connector);
        server.setStopTimeout(STOP_MILLIS);
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " is in use; set QUICKSTART_PORT to another one", e);
        }
        return new WebServer(server, connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Serves the endpoints, and whatever else the host adds. */
    void serve(Auth auth, HttpSettings settings, Consumer<ServletContextHandler> more) {
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new AuthServlet(auth, settings)), "/auth/*");
        context.addServlet(new ServletHolder(new ApiServlet(OpenApi.document(auth, settings, "/auth"))), API_DOCUMENT);
        more.accept(context);
        server.setHandler(new SingleSlashes(context));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the web server cannot start", e);
        }
    }

    void join() {
        try {
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server cannot stop", e);
        }
    }
}
