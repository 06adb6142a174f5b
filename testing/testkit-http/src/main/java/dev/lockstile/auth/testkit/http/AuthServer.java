package dev.lockstile.auth.testkit.http;

import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The endpoints under {@code /auth} on a free port of the loopback, anew for every test.
 *
 * <pre>{@code
 * @RegisterExtension final AuthServer server = AuthServer.inMemory();
 *
 * @Test void somebody_signs_in() {
 *     server.kit().member("ana@example.com", "plum-harbour-4417");
 *     AuthReply reply = server.client().post("login/basic/", "login", "ana@example.com",
 *             "password", "plum-harbour-4417", "client", "web");
 * }
 * }</pre>
 */
public final class AuthServer implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    private final Supplier<AuthTestKit> kits;
    private final HttpSettings settings;
    private @Nullable Running running;

    private AuthServer(Supplier<AuthTestKit> kits, HttpSettings settings) {
        this.kits = kits;
        this.settings = settings;
    }

    /**
     * {@return a server with a store in memory, the names of the inherited contract in snake case and the default
     * settings beside}
     */
    public static AuthServer inMemory() {
        return of(AuthTestKit::inMemory, HttpSettings.defaults().withSnakeCase());
    }

    /**
     * {@return a server with a host's own wiring; a kit is asked for before every test and closed after it} The clock
     * is the kit's.
     *
     * @param kits a new one at each call
     * @param settings of the endpoints
     */
    public static AuthServer of(Supplier<AuthTestKit> kits, HttpSettings settings) {
        return new AuthServer(kits, settings);
    }

    /** {@return what the endpoints stand on} */
    public AuthTestKit kit() {
        return running().kit;
    }

    /** {@return a client without a token} */
    public AuthClient client() {
        return new AuthClient(port(), settings.naming(), () -> kit().deliver());
    }

    /** {@return the port it listens on} */
    public int port() {
        return running().connector.getLocalPort();
    }

    /**
     * Starts it by hand, for tests that do not register it.
     *
     * @return this server
     */
    public AuthServer start() {
        AuthTestKit kit = kits.get();
        try {
            running = Running.start(kit, settings.withClock(kit.clock()));
            return this;
        } catch (RuntimeException e) {
            kit.close();
            throw e;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    private Running running() {
        return Objects.requireNonNull(running, "the server is started by @RegisterExtension or start()");
    }

    private record Running(AuthTestKit kit, Server server, ServerConnector connector) {

        static Running start(AuthTestKit kit, HttpSettings settings) {
            Server server = new Server();
            HttpConfiguration plain = new HttpConfiguration();
            plain.setSendServerVersion(false);
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(plain));
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler("/");
            context.addServlet(new ServletHolder(new AuthServlet(kit.auth(), settings)), "/auth/*");
            server.setHandler(context);
            try {
                server.start();
            } catch (Exception e) {
                throw new IllegalStateException("the endpoints cannot be served", e);
            }
            return new Running(kit, server, connector);
        }

        void stop() {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("the server cannot be stopped", e);
            } finally {
                kit.close();
            }
        }
    }
}
