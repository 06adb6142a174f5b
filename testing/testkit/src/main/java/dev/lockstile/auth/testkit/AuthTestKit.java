package dev.lockstile.auth.testkit;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;

/**
 * The library wired for a test: a clock that stands still until it is moved, and outboxes from which a test reads the
 * codes and links that a person would get. Nothing leaves the process, and nothing waits.
 *
 * <pre>{@code
 * try (AuthTestKit kit = AuthTestKit.inMemory()) {
 *     kit.member("ana@example.com", "plum-harbour-4417");
 *     SignIn ana = kit.signIn("ana@example.com", "plum-harbour-4417");
 *     kit.clock().advance(Duration.ofMinutes(11));
 * }
 * }</pre>
 */
public final class AuthTestKit implements AutoCloseable {

    private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
    private final RecordingEmailSender emails = new RecordingEmailSender();
    private final RecordingSmsSender texts = new RecordingSmsSender();
    private final Auth auth;

    private AuthTestKit(AuthBuilder wiring, AuthKeys keys) {
        this.auth = wiring.keys(keys).clock(clock).email(emails).sms(texts).build();
    }

    /** {@return a kit with a store without a database and with {@link #settings()}} */
    public static AuthTestKit inMemory() {
        return of(Auth.builder(new InMemoryAuthStore()).settings(settings()));
    }

    /**
     * {@return a kit with a host's own store and settings}
     *
     * @param wiring not built yet; its keys, clock and senders become the kit's
     */
    public static AuthTestKit of(AuthBuilder wiring) {
        return of(wiring, AuthKeys.generate());
    }

    /**
     * {@return the same with keys that something beside it needs as well, such as an import that brings second factors}
     *
     * @param wiring not built yet; its keys, clock and senders become the kit's
     * @param keys taken in place of fresh ones
     */
    public static AuthTestKit of(AuthBuilder wiring, AuthKeys keys) {
        return new AuthTestKit(wiring, keys);
    }

    /** {@return the safe settings, with a password hash that takes no time} */
    public static AuthSettings settings() {
        return quick(AuthSettings.owasp(
                "Acme",
                TokenSettings.owasp("https://acme.example", "acme"),
                LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"))
                        .allowLogin(URI.create("https://acme.example/link"))));
    }

    /**
     * {@return the same settings with a password hash that takes no time; nothing for production}
     *
     * @param settings a host's own
     */
    public static AuthSettings quick(AuthSettings settings) {
        return settings.withPasswords(settings.passwords().withCost(new Argon2Cost(64, 1, 1)));
    }

    /** {@return the services that the kit has built} */
    public Auth auth() {
        return auth;
    }

    /** {@return the clock of all services; it stands still unless a test moves it} */
    public SettableClock clock() {
        return clock;
    }

    /** {@return the e-mails that were sent, after {@link #deliver()}} */
    public RecordingEmailSender emails() {
        return emails;
    }

    /** {@return the text messages that were sent, after {@link #deliver()}} */
    public RecordingSmsSender texts() {
        return texts;
    }

    /**
     * Sends what waits in the outbox.
     *
     * @return this kit
     */
    public AuthTestKit deliver() {
        while (auth.messages().dispatchDue() > 0) {
            // until nothing is due
        }
        return this;
    }

    /**
     * Registers a user and proves the address; an {@link AssertionError} when the settings refuse it.
     *
     * @param email not taken yet
     * @param password as typed
     */
    public void member(String email, String password) {
        Outcome<Registration.Accepted> result = auth.registrations()
                .register(new Registration(
                        new Registration.Identifiers(email, null, null),
                        Secret.of(password),
                        new Person("Ana", "Ruiz", null, null, null),
                        true,
                        new Registration.RegistrationClient("en", "192.0.2.7")));
        if (!(result instanceof Outcome.Done<Registration.Accepted> accepted)) {
            throw new AssertionError("not registered: " + result);
        }
        SentLink link = deliver().emails.lastLink(email);
        auth.registrations()
                .confirmEmail(EmailConfirmation.of(new LinkProof(link.uid(), Secret.of(link.token())))
                        .withRegistration(accepted.value().registration()));
        deliver();
    }

    /**
     * Signs a user in from a browser; an {@link AssertionError} when that is refused.
     *
     * @param login an identifier of the account
     * @param password as typed
     * @return the tokens and the user
     */
    public SignIn signIn(String login, String password) {
        Outcome<SignIn> result =
                auth.login().signIn(new PasswordLogin.Request(login, Secret.of(password), ClientInfo.web("192.0.2.7")));
        if (result instanceof Outcome.Done<SignIn> in) {
            return in.value();
        }
        throw new AssertionError("not signed in: " + result);
    }

    @Override
    public void close() {
        auth.close();
    }
}
