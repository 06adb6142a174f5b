package dev.lockstile.benchmarks.servlet;

import java.util.function.Consumer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Embedded Jetty with one web application, set up the same for all.
 *
 * @param threads what the names of its threads begin with
 */
record JettyHost(Server server, ServerConnector connector, String threads) implements AutoCloseable {

    /** As many as 16 clients can use, and none that ends when idle, whose allocations would be lost. */
    private static final int THREADS = 24;

    static JettyHost serve(String threads, Consumer<ServletContextHandler> application) {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS, THREADS);
        pool.setName(threads);
        Server server = new Server(pool);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        application.accept(context);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty cannot start", e);
        }
        return new JettyHost(server, connector, threads);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty cannot stop", e);
        }
    }
}
