package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Short ways through sign-in with other sites, of which there are three. */
final class SocialSteps {

    /** Proves addresses; links no account by one. */
    final TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();

    /** Proves addresses, and links by them. */
    final TestSocialProvider merge =
            TestSocialProvider.named("merge").authoritative().linkingByEmail();

    /** Would link by addresses, and proves none. */
    final TestSocialProvider forum = TestSocialProvider.named("forum").linkingByEmail();

    private final FlowFixture fixture;
    private final Auth auth;

    SocialSteps(FlowFixture fixture) {
        this(fixture, FlowFixture.settings(), SocialSettings::allowSignUp);
    }

    /** With one provider of the test's own. */
    SocialSteps(FlowFixture fixture, TestSocialProvider own) {
        this.fixture = fixture;
        this.auth = fixture.nodeWith(builder -> builder.social(SocialSettings.of(own.clock(fixture.clock))));
    }

    /** On a node that wants a second factor of all accounts. */
    static SocialSteps wantingFactors(FlowFixture fixture) {
        SecondFactorSettings strict = SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody());
        return new SocialSteps(
                fixture,
                builder -> fixture.nodeWith(node -> builder.apply(node).secondFactors(strict)),
                SocialSettings::allowSignUp);
    }

    /** On a node that is wired further. */
    static SocialSteps wired(FlowFixture fixture, UnaryOperator<AuthBuilder> wiring) {
        return new SocialSteps(
                fixture,
                builder -> fixture.nodeWith(node -> wiring.apply(builder.apply(node))),
                SocialSettings::allowSignUp);
    }

    /** The same on a node that is wired otherwise. */
    SocialSteps(FlowFixture fixture, AuthSettings settings, UnaryOperator<SocialSettings> change) {
        this(fixture, wiring -> fixture.nodeWith(settings, wiring), change);
    }

    private SocialSteps(
            FlowFixture fixture,
            Function<UnaryOperator<AuthBuilder>, Auth> node,
            UnaryOperator<SocialSettings> change) {
        SocialSettings social =
                SocialSettings.of(corp, merge, forum).returningTo("https://acme.example", "https://shop.acme.example");
        List.of(corp, merge, forum).forEach(provider -> provider.clock(fixture.clock));
        this.fixture = fixture;
        this.auth = node.apply(builder -> builder.social(change.apply(social)));
    }

    Auth auth() {
        return auth;
    }

    Attempt attempt(TestSocialProvider provider, String subject, @Nullable String email, boolean verified) {
        return attempt(provider, provider.person(subject, email, verified));
    }

    Attempt attempt(TestSocialProvider provider, SocialPerson person) {
        return attempt(provider, person, null);
    }

    /** One that is begun by a user who is signed in. */
    Attempt attempt(TestSocialProvider provider, SocialPerson person, @Nullable Caller caller) {
        SocialLogin.Nonce nonce = done(auth.social().nonce(provider.name(), caller, "192.0.2.7"));
        return new Attempt(provider, provider.idToken(person, nonce.nonce()), nonce.transactionId());
    }

    Attempt withoutNonce(TestSocialProvider provider, String subject, String email) {
        SocialPerson person = provider.person(subject, email, true);
        return new Attempt(provider, provider.idToken(person, fixture.clock.instant()), null);
    }

    Outcome<SignIn> signIn(TestSocialProvider provider, String subject, @Nullable String email, boolean verified) {
        return attempt(provider, subject, email, verified).signIn();
    }

    /** A browser that goes to the provider and comes back as that person. */
    Outcome<SignIn> browser(TestSocialProvider provider, SocialPerson person) {
        SocialLogin.Started started =
                done(auth.social().start(new SocialLogin.Start(provider.name(), null, null, "192.0.2.7")));
        Secret state = Secret.of(TestSocialProvider.parameter(started.authorizationUri(), "state"));
        SocialCallback.Answer answer =
                new SocialCallback.Answer(state, provider.code(person, started.authorizationUri()), null, null);
        auth.social().callback(new SocialCallback(provider.name(), started.browser(), answer, "192.0.2.7"));
        return auth.social().finish(started.browser(), FlowFixture.WEB, true);
    }

    Outcome<SignIn> wrong(TestSocialProvider provider) {
        SocialProof proof = new SocialProof.IdToken(Secret.of("none"), null);
        return new Attempt(provider, proof, Secret.of("none")).signIn();
    }

    SocialLogin.Precheck precheck(TestSocialProvider provider, String subject, String email, boolean verified) {
        return attempt(provider, subject, email, verified).precheck();
    }

    SocialLogin.Link link(Caller caller, TestSocialProvider provider, String subject, String email) {
        Attempt attempt = attempt(provider, provider.person(subject, email, true), caller);
        return done(attempt.link(caller));
    }

    /** An account as an import leaves one: without an issuer. */
    void imported(UserId user, String provider, String subject) {
        fixture.store.alone(tx -> {
            tx.socials()
                    .insert(
                            user,
                            new SocialIdentity(provider, subject, null, false, null, null),
                            fixture.clock.instant());
            return true;
        });
    }

    SignIn in(Outcome<SignIn> result) {
        if (result instanceof Outcome.Done<SignIn> in) {
            return in.value();
        }
        throw new AssertionError("not signed in: " + result);
    }

    static <T> T done(Outcome<T> result) {
        if (result instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("not done: " + result);
    }

    /** A proof and the transaction it was made for. */
    final class Attempt {

        private final TestSocialProvider provider;
        private final SocialProof proof;
        private final @Nullable Secret transaction;

        private Attempt(TestSocialProvider provider, SocialProof proof, @Nullable Secret transaction) {
            this.provider = provider;
            this.proof = proof;
            this.transaction = transaction;
        }

        private SocialClaim claim() {
            return new SocialClaim(provider.name(), transaction, proof);
        }

        Outcome<SignIn> signIn() {
            return from(FlowFixture.WEB);
        }

        Outcome<SignIn> from(ClientInfo client) {
            return auth.social().signIn(new SocialLogin.Attempt(claim(), client, true));
        }

        Outcome<SignIn> withoutTerms() {
            return auth.social().signIn(new SocialLogin.Attempt(claim(), FlowFixture.WEB, false));
        }

        SocialLogin.Precheck precheck() {
            return done(auth.social().precheck(claim(), "192.0.2.7"));
        }

        Outcome<SocialLogin.Link> link(Caller caller) {
            return auth.social().link(caller, claim(), "192.0.2.7");
        }

        /** The same proof in the transaction of another attempt. */
        Attempt in(Attempt other) {
            return new Attempt(provider, proof, other.transaction);
        }

        Attempt inNone() {
            return new Attempt(provider, proof, null);
        }
    }
}
