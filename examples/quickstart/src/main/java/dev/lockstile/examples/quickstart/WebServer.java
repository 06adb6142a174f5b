package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.BlobStore;
import dev.lockstile.auth.http.HttpSettings;
import dev.lockstile.auth.http.OpenApi;
import dev.lockstile.examples.quickstart.pages.Pages;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** Embedded Jetty: the endpoints under {@code /auth}, the pages for people, and the development inbox. */
final class WebServer implements AutoCloseable {

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

    void serve(Auth auth, Pages pages, @Nullable DevInbox inbox, Path pictures) {
        ServletContextHandler context = new ServletContextHandler();
        HttpSettings settings = HttpSettings.defaults().withPictures(BlobStore.files(pictures, "/media/"));
        context.addServlet(new ServletHolder(new AuthServlet(auth, settings)), "/auth/*");
        context.addServlet(new ServletHolder(new MediaServlet(pictures)), "/media/*");
        context.addServlet(new ServletHolder(new ApiServlet(OpenApi.document(settings, "/auth"))), "/api/openapi.json");
        pages.mount(context);
        if (inbox != null) {
            context.addFilter(new FilterHolder(new LoopbackFilter()), "/dev/*", EnumSet.of(DispatcherType.REQUEST));
            context.addServlet(new ServletHolder(new DevServlet(inbox)), "/dev/*");
        }
        server.setHandler(context);
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
