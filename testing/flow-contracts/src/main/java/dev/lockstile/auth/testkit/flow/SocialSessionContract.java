package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The session that an account at another site opens: once for each proof, and what it shows. */
abstract class SocialSessionContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";

    private SocialSteps steps;

    /** For those who extend it. */
    protected SocialSessionContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
    }

    @Test
    void of_many_uses_of_one_proof_one_is_a_session() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        assertThat(ParallelRun.winners(20, n -> attempt.signIn() instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
    }

    @Test
    void a_token_is_good_for_its_own_transaction_alone() {
        SocialSteps.Attempt own = steps.attempt(steps.corp, "1", ADDRESS, true);
        SocialSteps.Attempt other = steps.attempt(steps.corp, "2", "ben@acme.example", true);
        SocialSteps.Attempt elsewhere = steps.attempt(steps.merge, "2", "ben@acme.example", true);
        assertThat(own.in(other).signIn())
                .as("another nonce")
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(own.in(elsewhere).signIn())
                .as("another provider's")
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(own.inNone().signIn()).isEqualTo(SocialLoginContract.refused(Refusal.TRANSACTION_REQUIRED));
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(own.signIn()).as("too late").isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void without_a_nonce_each_token_is_good_once_and_while_it_is_young() {
        allowWithoutNonce();
        SocialSteps.Attempt attempt = steps.withoutNonce(steps.corp, "1", ADDRESS);
        steps.in(attempt.signIn());
        assertThat(attempt.signIn()).isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        SocialSteps.Attempt old = steps.withoutNonce(steps.corp, "1", ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(6));
        assertThat(old.signIn()).isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void a_transaction_is_good_at_its_own_provider_alone() {
        SocialLogin.Nonce begun = nonce("merge");
        SocialProof elsewhere = steps.corp.idToken(steps.corp.person("1", ADDRESS, true), begun.nonce());
        assertThat(signIn(new SocialClaim("corp", begun.transactionId(), elsewhere)))
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        SocialProof own = steps.merge.idToken(steps.merge.person("1", ADDRESS, true), begun.nonce());
        steps.in(signIn(new SocialClaim("merge", begun.transactionId(), own)));
    }

    /** Verifier and challenge are those of RFC 7636, appendix B. */
    @Test
    void a_code_is_redeemed_at_an_address_of_its_provider_alone() {
        SocialLogin.Nonce begun = nonce("corp");
        URI asked = URI.create("https://corp.example/authorize?nonce=" + begun.nonce()
                + "&challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        Secret code = steps.corp.code(steps.corp.person("1", ADDRESS, true), asked);
        Secret verifier = Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        String own = steps.corp.redirectUri();
        for (String address : List.of("https://evil.example/", steps.merge.redirectUri(), own + "?x", "")) {
            SocialProof proof = new SocialProof.Code(code, address, verifier, null, null, null);
            assertThat(signIn(new SocialClaim("corp", begun.transactionId(), proof)))
                    .as(address)
                    .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_REDIRECT_URI));
        }
        SocialProof proof = new SocialProof.Code(code, own, verifier, null, null, null);
        steps.in(signIn(new SocialClaim("corp", begun.transactionId(), proof)));
    }

    private SocialLogin.Nonce nonce(String provider) {
        return SocialSteps.done(steps.auth().social().nonce(provider, null, "192.0.2.7"));
    }

    private Outcome<SignIn> signIn(SocialClaim claim) {
        return steps.auth().social().signIn(new SocialLogin.Attempt(claim, FlowFixture.WEB, true));
    }

    @Test
    void without_a_nonce_an_old_a_future_and_a_timeless_token_are_refused() {
        allowWithoutNonce();
        Instant now = fixture.clock.instant();
        Instant youngest = now.plus(Duration.ofMinutes(1));
        Instant oldest = now.minus(Duration.ofMinutes(5));
        for (Instant never : List.of(oldest.minusSeconds(1), youngest.plusSeconds(1), now.plus(Duration.ofDays(1)))) {
            assertThat(signInWithoutNonce(never))
                    .as("issued at %s", never)
                    .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        }
        SocialProof timeless = steps.corp.idToken(steps.corp.person("1", ADDRESS, true), (String) null);
        assertThat(signIn(new SocialClaim("corp", null, timeless)))
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        for (Instant right : List.of(oldest, now, youngest)) {
            steps.in(signInWithoutNonce(right));
        }
    }

    private Outcome<SignIn> signInWithoutNonce(Instant issuedAt) {
        SocialProof token = steps.corp.idToken(steps.corp.person("1", ADDRESS, true), issuedAt);
        return signIn(new SocialClaim("corp", null, token));
    }

    private void allowWithoutNonce() {
        steps = new SocialSteps(
                fixture, FlowFixture.settings(), closed -> closed.allowSignUp().allowIdTokenWithoutNonce());
    }

    @Test
    void a_provider_that_is_down_says_nothing_of_the_person() {
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        steps.corp.down(true);
        assertThat(attempt.signIn()).isEqualTo(SocialLoginContract.refused(Refusal.UNAVAILABLE));
        steps.corp.down(false);
        steps.in(attempt.signIn());
    }

    @Test
    void a_provider_that_is_down_lifts_no_limit() {
        steps = new SocialSteps(
                fixture,
                FlowFixture.settings()
                        .withThrottles(
                                FlowFixture.settings().throttles().with(RateLimit.SOCIAL_LOGIN_IP, Rate.perMinute(3))),
                closed -> closed);
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        steps.corp.down(true);
        assertThat(Stream.generate(attempt::signIn).limit(5))
                .contains(SocialLoginContract.refused(Refusal.UNAVAILABLE))
                .last()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.THROTTLED));
    }

    @Test
    void a_second_factor_is_asked_for_and_no_address_links_past_one() {
        fixture.member(ADDRESS);
        Caller ana = fixture.caller(fixture.signedIn(ADDRESS));
        steps.link(ana, steps.merge, "1", ADDRESS);
        SecondFactorContract.enrol(fixture, ana);
        assertThat(steps.signIn(steps.merge, "1", ADDRESS, true)).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(steps.signIn(steps.merge, "2", ADDRESS, true))
                .isEqualTo(SocialLoginContract.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
    }

    @Test
    void tokens_name_the_provider_and_go_on_doing_so() {
        SignIn in = steps.in(steps.signIn(steps.corp, "1", ADDRESS, true));
        assertThat(fixture.caller(in).context().provider()).isEqualTo("corp");
        assertThat(fixture.caller(in).context().methods()).isEmpty();
        Outcome<TokenPair> next = fixture.auth.sessions().refresh(in.tokens().refresh());
        assertThat(next).isInstanceOf(Outcome.Done.class);
        String access = next.orElseThrow().access().reveal();
        assertThat(fixture.auth
                        .sessions()
                        .authenticate(access)
                        .orElseThrow()
                        .context()
                        .provider())
                .isEqualTo("corp");
    }

    @Test
    void a_mobile_client_names_its_device_before_anything_is_used_up() {
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        assertThat(attempt.from(new ClientInfo(ClientKind.MOBILE, null, "192.0.2.8", null)))
                .isEqualTo(Outcome.refused(Refusal.DEVICE_REQUIRED));
        steps.in(attempt.from(FlowFixture.PHONE_APP));
    }

    @Test
    void a_network_has_so_many_sign_ins_in_a_minute() {
        steps = new SocialSteps(
                fixture, FlowFixture.settings().withThrottles(ThrottleSettings.owasp()), SocialSettings::allowSignUp);
        Outcome<SignIn> last = steps.wrong(steps.corp);
        for (int i = 1; i < 40; i++) {
            last = steps.wrong(steps.corp);
        }
        assertThat(last).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<SignIn>) last).why()).isEqualTo(Refusal.THROTTLED);
        assertThat(((Outcome.Refused<SignIn>) last).retryAt()).isNotNull();
    }

    @Test
    void a_sign_in_and_a_refusal_are_told() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        assertThat(fixture.events).anyMatch(AuthEvent.Registered.class::isInstance);
        assertThat(fixture.events)
                .last()
                .isInstanceOfSatisfying(
                        AuthEvent.SignedIn.class,
                        event -> assertThat(event.method()).isEqualTo("social corp"));
        steps.signIn(steps.forum, "2", ADDRESS, true);
        assertThat(fixture.events).last().isInstanceOf(AuthEvent.SignInFailed.class);
    }
}
