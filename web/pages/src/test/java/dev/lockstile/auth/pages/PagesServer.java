package dev.lockstile.auth.pages;

import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The pages over the real services and a store in memory, in a real server on a free port of the loopback. */
final class PagesServer implements AutoCloseable {

    static final String MOUNT = "/shop/account";

    final AuthTestKit kit;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    PagesServer(AuthTestKit kit, PageSettings settings) {
        this(kit, settings, null);
    }

    /** With endpoints of the same web application, unless they are null. */
    PagesServer(AuthTestKit kit, PageSettings settings, @Nullable HttpSettings endpoints) {
        this.kit = kit;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler web = new ServletContextHandler("/shop");
        web.addServlet(new ServletHolder(new PagesServlet(kit.auth(), settings.withClock(kit.clock()))), "/account/*");
        if (endpoints != null) {
            web.addServlet(new ServletHolder(new AuthServlet(kit.auth(), endpoints.withClock(kit.clock()))), "/auth/*");
        }
        server.setHandler(web);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static PagesServer with(PageSettings settings) {
        return new PagesServer(AuthTestKit.inMemory(), settings);
    }

    static PagesServer with(PageOverrides overrides) {
        return with(PageSettings.defaults().withOverrides(overrides));
    }

    PagesBrowser browser(String language) {
        return new PagesBrowser("http://127.0.0.1:" + connector.getLocalPort() + MOUNT, language);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        kit.close();
    }
}
