package example.bookbarn;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.sms.ConsoleSmsSender;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The shop on the web: the library on a store, its endpoints under {@code /auth}. */
public final class Shop implements AutoCloseable {

    private final Auth auth;
    private final Server server;

    private Shop(Auth auth, Server server) {
        this.auth = auth;
        this.server = server;
    }

    /** Opens on a free port. */
    public static Shop open(AuthStore store, EmailSender mail, AuthSettings settings) {
        Auth auth = Auth.builder(store)
                .settings(settings)
                .keys(AuthKeys.generate())
                .email(mail)
                .sms(new ConsoleSmsSender())
                .build()
                .start();
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(
                new ServletHolder(new AuthServlet(auth, HttpSettings.defaults().withSnakeCase())), "/auth/*");
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            auth.close();
            throw new IllegalStateException("the web server cannot start", e);
        }
        return new Shop(auth, server);
    }

    /** The figures of the shop. */
    public static AuthSettings settings() {
        LinkSettings links = LinkSettings.of(
                URI.create("https://bookbarn.example/confirm"), URI.create("https://bookbarn.example/reset"));
        return AuthSettings.owasp("Bookbarn", TokenSettings.owasp("https://bookbarn.example", "bookbarn"), links);
    }

    /** Where it answers. */
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the web server cannot stop", e);
        } finally {
            auth.close();
        }
    }
}
