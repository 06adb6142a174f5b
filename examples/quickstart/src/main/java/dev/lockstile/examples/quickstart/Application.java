package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.cutover.JbDrfAuthCompatibility;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.http.settings.BlobStore;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.imports.history.ImportRunList;
import dev.lockstile.auth.jpa.JpaAuditTrail;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.auth.pages.PagesServlet;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SessionSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/** The host application: its database, the library wired to it, and the web server in front. */
final class Application implements AutoCloseable {

    private final QuickstartSettings settings;
    private final Database database;
    private final Auth auth;
    private final WebServer server;

    private Application(QuickstartSettings settings, Database database, Auth auth, WebServer server) {
        this.settings = settings;
        this.database = database;
        this.auth = auth;
        this.server = server;
    }

    /** Starts everything; the endpoints answer when it returns. */
    static Application start(QuickstartSettings settings) {
        return start(settings, UnaryOperator.identity());
    }

    /** With other figures than this host's. */
    static Application start(QuickstartSettings settings, UnaryOperator<AuthSettings> change) {
        WebServer server = WebServer.bind(settings.port());
        try {
            return start(settings, server, change.apply(settings(settings, server.port())));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Application start(QuickstartSettings settings, WebServer server, AuthSettings figures) {
        Database database = Database.open(settings);
        try {
            DevInbox inbox = settings.hasInbox() ? new DevInbox(Clock.systemUTC()) : null;
            AuthKeys keys = new KeyFiles(settings.data()).load(settings.keys());
            Auth auth = wire(settings, figures, keys, database, inbox)
                    .passkeys(settings.passkeys(server.port()))
                    .build()
                    .start();
            Path pictures = settings.data().resolve("media");
            HttpSettings http = settings.http().withPictures(BlobStore.files(pictures, "/media/"));
            server.serve(auth, http, context -> {
                context.addServlet(new ServletHolder(new MediaServlet(pictures)), "/media/*");
                context.addServlet(
                        new ServletHolder(new PagesServlet(auth, pages(http, database, inbox != null))), "/*");
                if (inbox != null) {
                    DevServlet.mount(context, inbox);
                }
            });
            return new Application(settings, database, auth, server);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static PageSettings pages(HttpSettings http, Database database, boolean dev) {
        PageSettings pages = PageSettings.from(http)
                .withAdministration(database.store().adminLists())
                .withImportRuns(() -> ImportRunList.newest(database.store()))
                .withApiPage(WebServer.API_DOCUMENT);
        return dev ? pages.withOverrides(InboxPage.linkOnEveryPage()) : pages;
    }

    QuickstartSettings settings() {
        return settings;
    }

    int port() {
        return server.port();
    }

    /** Waits until the server is stopped. */
    void join() {
        server.join();
    }

    @Override
    public void close() {
        server.close();
        auth.close();
        database.close();
    }

    /** Everything but what only a server has. */
    static AuthBuilder wire(
            QuickstartSettings settings,
            AuthSettings figures,
            AuthKeys keys,
            Database database,
            @Nullable DevInbox inbox) {
        SmsSender sms = settings.senders().sms();
        EmailSender email = settings.senders().email();
        AuthBuilder builder = Auth.builder(database.store())
                .settings(figures)
                .keys(keys)
                .templates(settings.messages(figures.links().confirmPage().resolve("sign-in")))
                .secondFactors(secondFactors(settings))
                .signInNotices(NoticeSettings.of(URI.create(origin(figures) + "/not-me")))
                .audit(audit(settings, database))
                .sms(inbox == null ? sms : inbox.keeping(sms))
                .email(inbox == null ? email : inbox.keeping(email));
        database.store().eventLog().ifPresent(builder::listener);
        settings.social().settings(origin(figures)).ifPresent(builder::social);
        String bootstrap = settings.keys().bootstrap();
        return bootstrap == null ? builder : builder.allowBootstrap(Secret.of(bootstrap));
    }

    /** Where links in messages lead, and so where browsers reach this application. */
    private static String origin(AuthSettings figures) {
        URI page = figures.links().confirmPage();
        return page.getScheme() + "://" + page.getRawAuthority();
    }

    /** Those who want or must have a second factor have one, and may leave it out in a browser for 30 days. */
    private static SecondFactorSettings secondFactors(QuickstartSettings settings) {
        SecondFactorSettings wanted =
                SecondFactorSettings.optional().requiredOf(settings.mustHave()).allowTrustedBrowsers();
        String key = settings.keys().factor();
        return key == null ? wanted : wanted.withKeys(Secret.of(key));
    }

    private static JpaAuditTrail audit(QuickstartSettings settings, Database database) {
        JpaAuditTrail trail = database.auditTrail(new KeyFiles(settings.data()).auditKeys(settings.keys()));
        HeadFile heads = HeadFile.in(settings.data());
        heads.beginOnce(trail);
        return trail.handingOut(HeadFile.EVERY, heads);
    }

    /** The figures of the former system's password rules, every protection on. */
    static PasswordSettings passwords() {
        return JbDrfAuthCompatibility.passwords();
    }

    /** The figures of the library, as this host chose them. */
    static AuthSettings settings(QuickstartSettings settings, int port) {
        LinkSettings links = LinkSettings.of(settings.page(port, "/confirm"), settings.page(port, "/reset"))
                .allowLogin(settings.page(port, "/link"));
        return JbDrfAuthCompatibility.settings(
                        "Quickstart", JbDrfAuthCompatibility.tokens("quickstart", "quickstart"), links)
                .withPasswords(passwords())
                .withThrottles(throttles(settings))
                // two tabs of a browser may renew their session at the same moment
                .withSessions(SessionSettings.owasp().allowRefreshGrace(Duration.ofSeconds(10)))
                .withSignUp(SignUpSettings.strict().allowPhoneOnly().allowSignUpByCode());
    }

    private static ThrottleSettings throttles(QuickstartSettings settings) {
        ThrottleSettings throttles = settings.limits()
                ? JbDrfAuthCompatibility.throttles()
                : ThrottleSettings.owasp().turnEverythingOff();
        return settings.smsCountries().isEmpty()
                ? throttles
                : throttles.withSends(throttles.sends().smsTo(settings.smsCountries()));
    }
}
