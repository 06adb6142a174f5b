package dev.lockstile.auth.imports.support;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The library wired to a store that people move into, and short ways through its flows. */
public final class MigrationFixture {

    public static final ClientInfo WEB = ClientInfo.web("192.0.2.7");

    private static final AuthSettings SETTINGS = AuthSettings.owasp(
                    "Acme",
                    TokenSettings.owasp("https://acme.example", "acme"),
                    LinkSettings.of(
                            URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset")))
            .withPasswords(PasswordSettings.owasp().withLength(8, 128).withCost(new Argon2Cost(64, 1, 1)))
            .withThrottles(ThrottleSettings.owasp().turnEverythingOff());

    public final SettableClock clock = SettableClock.at("2026-12-01T12:00:00Z");
    public final RecordingEmailSender email = new RecordingEmailSender();
    public final RecordingSmsSender sms = new RecordingSmsSender();
    public final AuthStore store;

    private final AuthKeys keys = AuthKeys.generate();
    private final Passwords passwords = Passwords.of(SETTINGS.passwords());

    public MigrationFixture(AuthStore store) {
        this.store = store;
    }

    /** Where an import, or a user who comes over, is written to. */
    public ImportTarget target() {
        return target(store);
    }

    /** The same, written by another store over the same rows. */
    public ImportTarget target(AuthStore store) {
        return new ImportTarget(store, IdentifierRules.standard(), passwords.formats(), clock)
                .withFactors(keys.factorSealing());
    }

    public Passwords passwords() {
        return passwords;
    }

    /** A node. */
    public Auth node(UnaryOperator<AuthBuilder> change) {
        return node(store, change);
    }

    /** A node with other settings. */
    public Auth node(UnaryOperator<AuthSettings> settings, UnaryOperator<AuthBuilder> change) {
        return node(builder -> change.apply(builder.settings(settings.apply(SETTINGS))));
    }

    /** A node on a store of its own making over the same rows. */
    public Auth node(AuthStore over, UnaryOperator<AuthBuilder> change) {
        AuthBuilder builder = Auth.builder(over)
                .settings(SETTINGS)
                .keys(keys)
                .clock(clock)
                .email(email)
                .sms(sms);
        return change.apply(builder).build();
    }

    public static Outcome<SignIn> login(Auth auth, String login, String password) {
        return auth.login().signIn(new PasswordLogin.Request(login, Secret.of(password), WEB));
    }

    public static boolean signsIn(Auth auth, String login, String password) {
        return login(auth, login, password) instanceof Outcome.Done<SignIn>;
    }

    public static Outcome<CodeLogin.Sent> requestCode(Auth auth, CodeIdentifier to) {
        Channel channel = to.kind() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        return auth.codes().request(new CodeLogin.Request(to, channel, null));
    }

    /** Asks for a code, reads it, and enters it. */
    public Outcome<SignIn> signInByCode(Auth auth, CodeIdentifier to) {
        clock.advance(Duration.ofMinutes(2));
        requestCode(auth, to);
        deliver(auth);
        String code = to.kind() == IdentifierKind.EMAIL ? email.lastCode(to.text()) : sms.lastCode(to.text());
        return enterCode(auth, to, code);
    }

    public static Outcome<SignIn> enterCode(Auth auth, CodeIdentifier to, String code) {
        return auth.codes().verify(new CodeLogin.Attempt(to, null, Secret.of(code), WEB));
    }

    /** Sends what waits. */
    public static void deliver(Auth auth) {
        while (auth.messages().dispatchDue() > 0) {
            // until nothing is due
        }
    }
}
