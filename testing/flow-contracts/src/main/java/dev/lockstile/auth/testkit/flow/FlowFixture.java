package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyTokens;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.SettableClock;
import dev.lockstile.auth.throttle.HumanCheck;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The library wired to a store, with a clock that stands still and a postbox; and short ways through the flows. */
final class FlowFixture {

    private static final CodeSettings CODES =
            new CodeSettings(6, 6, Duration.ofMinutes(5), Duration.ofMinutes(5), 5, Duration.ofSeconds(60), 5);

    /** Made once: every case is a deployment of its own by its store. */
    private static final AuthKeys KEYS = AuthKeys.generate();

    static final String PASSWORD = "plum-harbour-4417";
    static final String BOOTSTRAP = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    static final ClientInfo WEB = ClientInfo.web("192.0.2.7");
    static final ClientInfo PHONE_APP = new ClientInfo(
            ClientKind.MOBILE, new DeviceInfo("ios", "Ana's phone", "device-1", "push-1"), "192.0.2.8", null);

    final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
    final MessageInbox postbox = new MessageInbox();
    final List<AuthEvent> events = new ArrayList<>();
    final RecordingHook doorkeeper = new RecordingHook();
    final Auth auth;
    final AuthStore store;
    final ImportedPeople people;

    FlowFixture(AuthStore store) {
        this(store, UnaryOperator.identity());
    }

    FlowFixture(AuthStore store, UnaryOperator<AuthSettings> change) {
        this.store = store;
        this.people = new ImportedPeople(store, clock);
        this.auth = wire(change.apply(settings()));
    }

    private Auth wire(AuthSettings settings) {
        return builder(settings).build();
    }

    /** The same house with other counters. */
    Auth nodeWith(AuthSettings settings, ThrottleCounters counters) {
        return builder(settings).counters(counters).build();
    }

    /** The same house with a check for people. */
    Auth nodeAsking(AuthSettings settings, HumanCheck check) {
        return builder(settings).humanCheck(check).build();
    }

    /** The same house with these second factors; null for a node that was told of none. */
    Auth nodeWithFactors(@Nullable SecondFactorSettings factors) {
        AuthBuilder builder = builder(settings());
        builder.secondFactors(factors);
        return builder.build();
    }

    private AuthBuilder builder(AuthSettings settings) {
        return builder(store, settings);
    }

    private AuthBuilder builder(AuthStore seen, AuthSettings settings) {
        return Auth.builder(seen)
                .settings(settings)
                .keys(KEYS)
                .clock(clock)
                .email(postbox.email())
                .sms(postbox.sms())
                .secondFactors(SecondFactorSettings.optional().allowTrustedBrowsers())
                .audit(this::hear)
                .hook(doorkeeper)
                .allowBootstrap(Secret.of(BOOTSTRAP));
    }

    /** Another node of the same deployment. */
    Auth secondNode() {
        return secondNode(UnaryOperator.identity());
    }

    Auth secondNode(UnaryOperator<AuthSettings> change) {
        return wire(change.apply(settings()));
    }

    /** A node of the same deployment that sees its store through another one. */
    Auth nodeOn(AuthStore seen, UnaryOperator<AuthSettings> change) {
        return builder(seen, change.apply(settings())).build();
    }

    /** A node of the same deployment that exchanges tokens of a legacy system. */
    Auth nodeBeside(LegacyTokens tokens) {
        return builder(settings()).legacyTokens(tokens).build();
    }

    /** A node of the same deployment that moves people in from a legacy system. */
    Auth nodeBeside(LegacyAccounts legacy) {
        return builder(settings()).legacy(legacy).build();
    }

    private synchronized void hear(AuthEvent event) {
        events.add(event);
    }

    static AuthSettings settings() {
        PasswordSettings quick = PasswordSettings.owasp().withLength(8, 128).withCost(Argon2Cost.cheapForTests());
        return AuthSettings.owasp(
                        "Acme",
                        new TokenSettings(
                                "https://acme.example", "acme", Duration.ofMinutes(5), Duration.ofSeconds(30)),
                        linksWithoutLogin().allowLogin(URI.create("https://acme.example/link")))
                .withCodes(CODES)
                .withPasswords(quick)
                .withThrottles(ThrottleSettings.owasp().turnEverythingOff());
    }

    static LinkSettings linksWithoutLogin() {
        return LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"));
    }

    /** Sends what waits in the outbox. */
    FlowFixture deliver() {
        while (auth.messages().dispatchDue() > 0) {
            // until nothing is due
        }
        return this;
    }

    static Registration registration(@Nullable String email, @Nullable String phone, @Nullable String username) {
        return new Registration(
                new Registration.Identifiers(email, phone, username),
                Secret.of(PASSWORD),
                new Person("Ana", "Ruiz", null, null, null),
                true,
                new Registration.RegistrationClient("es", "192.0.2.7"));
    }

    /** Registers and proves the address. */
    void member(String email) {
        member(email, null);
    }

    void member(String email, @Nullable String username) {
        Secret secret = register(registration(email, null, username));
        auth.registrations().confirmEmail(confirmation(email, secret));
    }

    /** Registers, and gives the secret that the registering client keeps. */
    Secret register(Registration registration) {
        Outcome<Registration.Accepted> result = auth.registrations().register(registration);
        if (result instanceof Outcome.Done<Registration.Accepted> accepted) {
            return accepted.value().registration();
        }
        throw new AssertionError("not registered: " + result);
    }

    /** The last link to an address, opened by a user who knows the password of the registration. */
    EmailConfirmation linkOfRegistrant(String email) {
        return EmailConfirmation.of(linkTo(email)).withPassword(Secret.of(PASSWORD));
    }

    /** The last link to an address, opened by the client that registered. */
    EmailConfirmation confirmation(String email, Secret registration) {
        return EmailConfirmation.of(linkTo(email)).withRegistration(registration);
    }

    /** The same house of a host with fields of its own. */
    Auth nodeWith(UnaryOperator<AuthBuilder> wiring) {
        return nodeWith(settings(), wiring);
    }

    /** The same with other settings. */
    Auth nodeWith(AuthSettings settings, UnaryOperator<AuthBuilder> wiring) {
        return wiring.apply(builder(settings)).build();
    }

    /** The one live recovery code of the account, as an import of another system's shorter code leaves it. */
    void importRecoveryCode(UserId user, Secret code) {
        String digest = KEYS.factorSealing().recoveryCode(user, code);
        store.alone(tx -> {
            tx.factors().recoveryCodes().replace(user, "imported", List.of(digest), clock.instant());
            return true;
        });
    }

    LinkProof linkTo(String email) {
        MessageInbox.Letter letter = deliver().postbox.lastTo(email, MessageInbox.Letter::hasLink);
        return new LinkProof(letter.uid(), Secret.of(letter.token()));
    }

    Outcome<SignIn> login(String login, String password) {
        return auth.login().signIn(new PasswordLogin.Request(login, Secret.of(password), WEB));
    }

    SignIn signedIn(String login) {
        return signIn(login(login, PASSWORD));
    }

    static SignIn signIn(Outcome<SignIn> result) {
        if (result instanceof Outcome.Done<SignIn> in) {
            return in.value();
        }
        throw new AssertionError("not signed in: " + result);
    }

    Caller caller(SignIn signIn) {
        return auth.sessions().authenticate(signIn.tokens().access().reveal()).orElseThrow();
    }

    Outcome<CodeLogin.Sent> requestCode(String email) {
        return auth.codes().request(new CodeLogin.Request(CodeIdentifier.email(email), Channel.EMAIL, null));
    }

    Outcome<CodeLogin.Sent> requestSms(String phone) {
        return auth.codes().request(new CodeLogin.Request(CodeIdentifier.phone(phone), Channel.SMS, null));
    }

    String codeTo(String recipient) {
        return deliver().postbox.lastTo(recipient, MessageInbox.Letter::hasCode).code();
    }

    Outcome<SignIn> enterCode(CodeIdentifier identifier, String code) {
        return auth.codes().verify(new CodeLogin.Attempt(identifier, null, Secret.of(code), WEB));
    }

    static Outcome<SignIn> enterCode(Auth node, CodeIdentifier identifier, String code) {
        return node.codes().verify(new CodeLogin.Attempt(identifier, null, Secret.of(code), WEB));
    }

    /** A code that is not this one. */
    static String not(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (char) ('0' + (last - '0' + 1) % 10);
    }
}
