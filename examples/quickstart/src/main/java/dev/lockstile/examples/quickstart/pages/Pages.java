package dev.lockstile.examples.quickstart.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.otp.CodeSettings;
import java.time.Clock;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/**
 * The pages, to be mounted once.
 *
 * @param store what the administration looks at
 * @param codes the figures that the pages tell: digits and waiting times
 * @param dev whether there is a development inbox to point at
 */
public record Pages(Auth auth, JpaAuthStore store, CodeSettings codes, boolean dev) {

    private static final int MAX_FORM_BYTES = 64 * 1024;
    private static final int MAX_FIELDS = 40;

    /** Serves everything below {@code /} that nothing else serves. */
    public void mount(ServletContextHandler context) {
        Clock clock = Clock.systemUTC();
        Routes routes = new Routes(auth.accounts());
        routes.get("/", visit -> Reply.page("home"));
        routes.get("/api", visit -> Reply.page("api"));
        new SignInPages(auth.login(), auth.sessions()).add(routes);
        new CodePages(auth.codes(), codes, clock).add(routes);
        new RegisterPages(auth.accounts(), clock).add(routes);
        new PasswordPages(auth.passwords()).add(routes);
        new AccountPages(auth.ownAccount(), auth.sessions(), clock).add(routes);
        new ProfilePages(auth).add(routes);
        new SessionPages(auth.sessions()).add(routes);
        new ProvePages(auth.stepUp(), auth.ownAccount(), clock).add(routes);
        new AdminPages(auth, store.adminLists(), store).add(routes);
        context.setMaxFormContentSize(MAX_FORM_BYTES);
        context.setMaxFormKeys(MAX_FIELDS);
        Csrf csrf = new Csrf(auth.formTokens());
        context.addServlet(new ServletHolder(new AssetServlet()), "/assets/*");
        context.addServlet(new ServletHolder(new PagesServlet(routes, new Views(dev), auth.sessions(), csrf)), "/*");
    }
}
