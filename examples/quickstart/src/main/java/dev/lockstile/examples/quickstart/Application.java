package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.email.ConsoleEmailSender;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.sms.ConsoleSmsSender;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.TokenSettings;
import java.time.Clock;
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
        WebServer server = WebServer.bind(settings.port());
        try {
            return start(settings, server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Application start(QuickstartSettings settings, WebServer server) {
        Database database = Database.open(settings);
        try {
            DevInbox inbox = settings.dev() ? new DevInbox(Clock.systemUTC()) : null;
            Auth auth = wire(settings, database, inbox, server.port()).start();
            server.serve(auth, inbox, settings.data().resolve("media"));
            return new Application(settings, database, auth, server);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
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

    private static Auth wire(QuickstartSettings settings, Database database, @Nullable DevInbox inbox, int port) {
        SmsSender sms = new ConsoleSmsSender();
        EmailSender email = new ConsoleEmailSender();
        AuthBuilder builder = Auth.builder(database.store())
                .settings(settings(settings, port))
                .keys(new KeyFiles(settings.data()).load(settings.keys()))
                .sms(inbox == null ? sms : inbox.keeping(sms))
                .email(inbox == null ? email : inbox.keeping(email));
        String bootstrap = settings.keys().bootstrap();
        return (bootstrap == null ? builder : builder.allowBootstrap(Secret.of(bootstrap))).build();
    }

    /** The figures of the former system's password rules, every protection on. */
    static PasswordSettings passwords() {
        return PasswordSettings.compatJb();
    }

    private static AuthSettings settings(QuickstartSettings settings, int port) {
        LinkSettings links = LinkSettings.of(settings.page(port, "/confirm"), settings.page(port, "/reset"));
        return AuthSettings.compatJb("Quickstart", TokenSettings.compatJb("quickstart", "quickstart"), links)
                .withPasswords(passwords())
                .withThrottles(
                        settings.limits()
                                ? ThrottleSettings.compatJb()
                                : ThrottleSettings.owasp().turnEverythingOff())
                .withSignUp(SignUpSettings.strict().allowPhoneOnly().allowSignUpByCode());
    }
}
