package dev.lockstile.auth.http;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.Right;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A host that has servlets of its own behind the filter. */
abstract class BearerAuthFixture extends WholeStack {

    Server host;

    TestClient api;

    ServletContextHandler handler;

    final CurrentCaller current = new CurrentCaller();

    @BeforeEach
    void startHost() throws Exception {
        HttpSettings settings = HttpSettings.defaults().withSnakeCase().withClock(clock);
        BearerAuthFilter filter = BearerAuthFilter.of(auth, settings);
        handler = new ServletContextHandler();
        ServletContextHandler context = handler;
        context.addServlet(new ServletHolder(new WhoCalls()), "/*");
        map(context, filter, "/api/*");
        map(context, filter.demandingRole("ADMIN"), "/admin/*");
        map(context, filter.demandingRight(Right.SUPERUSER), "/root/*");
        map(context, filter.demandingRecentProof(), "/sensitive/*");
        map(context, filter.demandingRecentProof().demandingRole("USER"), "/recent-role/*");
        map(context, filter.demandingRole("USER").demandingRecentProof(), "/role-recent/*");
        map(context, filter.demandingRole("ADMIN").demandingRecentProof(), "/admin-recent/*");
        map(context, filter.demandingRight(Right.SUPERUSER).demandingRecentProof(), "/root-recent/*");
        map(context, filter.demandingRecentProof().demandingRight(Right.SUPERUSER), "/recent-right/*");
        map(context, filter.demandingRole("USER").demandingRole("ADMIN"), "/both/*");
        map(context, filter.sharing(current).demandingRecentProof(), "/shared/*");
        context.addServlet(new ServletHolder(new WhoIsHeld(current)), "/shared/*");
        context.addServlet(new ServletHolder(new WhoIsHeld(current)), "/open/*");
        host = new Server(new InetSocketAddress("127.0.0.1", 0));
        host.setHandler(context);
        host.start();
        api = new TestClient(((ServerConnector) host.getConnectors()[0]).getLocalPort());
        account("ana@example.com");
    }

    @AfterEach
    void stopHost() throws Exception {
        host.stop();
    }

    TestClient bearing(String token) {
        return api.with("Authorization", "Bearer " + token);
    }

    static String access(JsonNode tokens) {
        return tokens.path("accessToken").asString();
    }

    static void map(ServletContextHandler context, BearerAuthFilter filter, String path) {
        context.addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
    }

    /** What a host's servlet sees. */
    static final class WhoCalls extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Caller caller = BearerAuthFilter.caller(request);
            response.setHeader("Cache-Control", "no-store");
            response.getWriter()
                    .write(String.join(
                            " ",
                            caller.user().toString(),
                            caller.profile().toString(),
                            caller.authTime().toString(),
                            request.getRemoteUser(),
                            String.valueOf(request.isUserInRole("USER")),
                            String.valueOf(request.isUserInRole("ADMIN")),
                            String.valueOf(request.isUserInRole("superuser")),
                            String.valueOf(request.isUserInRole("right:superuser"))));
        }
    }

    /** A host's service that does not see the request. */
    static final class WhoIsHeld extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient CurrentCaller current;

        WhoIsHeld(CurrentCaller current) {
            this.current = current;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String held = current.get()
                    .map(caller -> caller + " " + request.getUserPrincipal())
                    .orElse("nobody");
            response.getOutputStream().write(held.getBytes(StandardCharsets.UTF_8));
        }
    }
}
