package dev.lockstile.auth.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A site with passkeys, and short ways through its flows. */
final class PasskeyFixture implements AutoCloseable {

    static final String ORIGIN = "https://acme.example";
    static final String ANA = "ana@acme.example";
    static final String BEN = "ben@acme.example";
    static final String PASSWORD = "plum-harbour-4417";
    static final ClientInfo WEB = ClientInfo.web("192.0.2.7");

    final InMemoryAuthStore store = new InMemoryAuthStore();
    final List<AuthEvent> events = Collections.synchronizedList(new ArrayList<>());
    final AuthTestKit kit;
    final Auth auth;

    PasskeyFixture() {
        this(SecondFactorSettings.optional().allowTrustedBrowsers());
    }

    PasskeyFixture(SecondFactorSettings factors) {
        kit = AuthTestKit.of(Auth.builder(store)
                .settings(AuthTestKit.settings()
                        .withThrottles(ThrottleSettings.owasp().turnEverythingOff()))
                .secondFactors(factors)
                .audit(events::add)
                .passkeys(Passkeys.relyingParty("acme.example", "Acme", ORIGIN)));
        auth = kit.auth();
    }

    static SoftwareAuthenticator key() {
        return SoftwareAuthenticator.at(ORIGIN);
    }

    /** Registers a user and signs in by password. */
    Caller member(String email) {
        kit.member(email, PASSWORD);
        return caller(kit.signIn(email, PASSWORD));
    }

    Caller caller(SignIn signIn) {
        return auth.sessions().authenticate(signIn.tokens().access().reveal()).orElseThrow();
    }

    PasskeyState register(Caller caller, SoftwareAuthenticator key) {
        PasskeyCeremony ceremony = done(auth.ownPasskeys().begin(caller));
        return done(auth.ownPasskeys().finish(caller, answer(ceremony, key.create(ceremony)), "phone"))
                .passkey();
    }

    /** A person with a passkey, whose last sign-in was with it. */
    Caller memberWith(String email, SoftwareAuthenticator key) {
        register(member(email), key);
        return in(signIn(key));
    }

    PasskeyCeremony begin() {
        return started(auth.passkeyLogin().begin("192.0.2.7"));
    }

    Outcome<SignIn> signIn(SoftwareAuthenticator key) {
        PasskeyCeremony ceremony = begin();
        return finish(ceremony, key.get(ceremony));
    }

    Outcome<SignIn> finish(PasskeyCeremony ceremony, String credential) {
        return auth.passkeyLogin().finish(new PasskeyLogin.Attempt(answer(ceremony, credential), WEB));
    }

    Caller in(Outcome<SignIn> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return caller(result.orElseThrow());
    }

    SecondFactorChallenge challenge(String email) {
        Outcome<SignIn> result = auth.login().signIn(new PasswordLogin.Request(email, Secret.of(PASSWORD), WEB));
        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
        return ((Outcome.SecondFactorRequired<SignIn>) result).challenge();
    }

    PasskeyCeremony beginSecondFactor(SecondFactorChallenge challenge) {
        return started(auth.passkeyLogin().beginSecondFactor(challenge.id()));
    }

    Outcome<SignIn> secondFactor(SecondFactorChallenge challenge, PasskeyCeremony ceremony, String credential) {
        return auth.secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge.id(), answer(ceremony, credential), WEB, false));
    }

    UserId userOf(String email) {
        return store.read(tx -> tx.users()
                        .byKey(
                                IdentifierKind.EMAIL,
                                IdentifierRules.standard()
                                        .email(email)
                                        .orElseThrow()
                                        .key()))
                .orElseThrow()
                .info()
                .id();
    }

    /** Takes the proof of the address away. */
    void disown(UserId user, String email) {
        String key = IdentifierRules.standard().email(email).orElseThrow().key();
        assertThat(store.<Boolean>alone(tx -> tx.users().disown(user, IdentifierKind.EMAIL, key, email)))
                .isTrue();
    }

    static FactorProof.Passkey answer(PasskeyCeremony ceremony, String credential) {
        return new FactorProof.Passkey(ceremony.id(), credential);
    }

    static PasskeyCeremony started(Outcome<PasskeyCeremony> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    static <T> T done(Outcome<T> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    @Override
    public void close() {
        kit.close();
    }
}
