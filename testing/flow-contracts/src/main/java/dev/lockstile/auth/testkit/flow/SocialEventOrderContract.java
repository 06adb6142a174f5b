package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorContract.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an event of a provider leaves alone: newer facts, what came another way, and an account that was vouched for
 * since.
 */
abstract class SocialEventOrderContract extends SocialEventSteps {

    /** What begins after it needs a proof of after the event. */
    private static final Duration LONG = Duration.ofMinutes(17);

    private static final Duration WAIT = Duration.ofHours(24);

    /** For those who extend it. */
    protected SocialEventOrderContract() {}

    @Test
    void a_late_word_that_an_account_is_gone_does_not_undo_a_newer_link_or_sign_in() {
        for (SocialEvent.Type type : List.of(SocialEvent.Type.CONSENT_REVOKED, SocialEvent.Type.ACCOUNT_PURGED)) {
            SignIn old = signIn();
            Instant revoked = now();
            fixture.clock.advance(LONG);
            SignIn again = signIn();
            assertThat(send(event(type, revoked))).isEqualTo(ACCEPTED);
            assertThat(linked()).containsExactly("corp");
            assertThat(told()).isEqualTo("corp " + type.code() + " noted");
            assertThat(lives(again)).isTrue();
            assertThat(lives(old)).as("of before").isFalse();
        }
    }

    @Test
    void a_sign_in_by_a_proof_of_before_the_event_does_not_keep_an_account_that_is_gone() {
        SocialSteps.Attempt before = steps.attempt(steps.corp, "1", ANA, true);
        fixture.clock.advance(Duration.ofMinutes(1));
        Instant revoked = now();
        fixture.clock.advance(Duration.ofMinutes(8));
        SignIn in = steps.in(before.signIn());
        send(event(SocialEvent.Type.CONSENT_REVOKED, revoked));
        assertThat(linked()).isEmpty();
        assertThat(lives(in)).isFalse();
    }

    @Test
    void a_link_of_after_the_event_stays_though_nobody_signed_in_by_it() {
        Instant revoked = now();
        send(event(SocialEvent.Type.CONSENT_REVOKED, revoked));
        fixture.clock.advance(Duration.ofSeconds(1));
        steps.link(fixture.caller(fixture.signedIn(ANA)), steps.corp, "1", ANA);
        send(event(SocialEvent.Type.ACCOUNT_PURGED, revoked));
        assertThat(linked()).containsExactly("corp");
    }

    @Test
    void a_late_suspension_that_is_over_ends_what_was_of_before_it_alone() {
        SignIn before = signIn();
        Instant disabled = now();
        fixture.clock.advance(Duration.ofMinutes(2));
        send(event(SocialEvent.Type.ACCOUNT_ENABLED, now()));
        fixture.clock.advance(LONG);
        SignIn again = signIn();
        assertThat(send(event(SocialEvent.Type.ACCOUNT_DISABLED, disabled))).isEqualTo(ACCEPTED);
        assertThat(told()).isEqualTo("corp disabled noted");
        assertThat(lives(again)).isTrue();
        assertThat(lives(before)).as("of before").isFalse();
    }

    @Test
    void a_late_suspension_of_before_a_sign_in_ends_no_session_that_began_since() {
        SignIn before = signIn();
        Instant disabled = now();
        fixture.clock.advance(LONG);
        SignIn since = signIn();
        assertThat(send(event(SocialEvent.Type.ACCOUNT_DISABLED, disabled))).isEqualTo(ACCEPTED);
        assertThat(told()).isEqualTo("corp disabled noted");
        assertThat(lives(since)).isTrue();
        assertThat(lives(before)).as("of before").isFalse();
        assertThat(signIn().user().id()).isEqualTo(ana);
    }

    @Test
    void a_late_suspension_ends_a_session_that_a_proof_of_before_may_have_opened() {
        SocialSteps.Attempt proof = steps.attempt(steps.corp, "1", ANA, true);
        fixture.clock.advance(Duration.ofSeconds(1));
        Instant disabled = now();
        fixture.clock.advance(Duration.ofSeconds(1));
        SignIn owner = signIn();
        SignIn thief = steps.in(proof.signIn());
        send(event(SocialEvent.Type.ACCOUNT_DISABLED, disabled));
        assertThat(told()).isEqualTo("corp disabled noted");
        assertThat(lives(thief)).isFalse();
        assertThat(lives(owner)).as("as young").isFalse();
        assertThat(signIn().user().id()).as("it is not suspended").isEqualTo(ana);
    }

    @Test
    void a_late_revocation_ends_no_sign_in_that_began_since() {
        Instant revoked = now();
        fixture.clock.advance(LONG);
        SecondFactorContract.Enrolled enrolled = enrol(fixture, fixture.caller(fixture.signedIn(ANA)));
        SecondFactorChallenge held = heldByCorp();
        send(event(SocialEvent.Type.LOGOUT, revoked));
        assertThat(finish(held, enrolled.recoveryCodes().get(0))).isTrue();
    }

    @Test
    void a_late_revocation_ends_no_session_that_began_since() {
        SignIn before = signIn();
        Instant revoked = now();
        fixture.clock.advance(LONG);
        SignIn again = signIn();
        send(event(SocialEvent.Type.SESSIONS_REVOKED, revoked));
        assertThat(lives(again)).isTrue();
        assertThat(lives(before)).isFalse();
    }

    @Test
    void a_late_revocation_ends_a_session_that_a_proof_of_before_may_have_opened() {
        Instant revoked = now();
        fixture.clock.advance(LONG.minusMinutes(1));
        SignIn young = signIn();
        send(event(SocialEvent.Type.SESSIONS_REVOKED, revoked));
        assertThat(lives(young)).isFalse();
    }

    @Test
    void a_proof_that_was_begun_before_the_event_and_is_shown_after_it_signs_nobody_in() {
        for (SocialEvent.Type type :
                List.of(SocialEvent.Type.SESSIONS_REVOKED, SocialEvent.Type.TOKENS_REVOKED, SocialEvent.Type.LOGOUT)) {
            SocialSteps.Attempt before = steps.attempt(steps.corp, "1", ANA, true);
            fixture.clock.advance(Duration.ofSeconds(1));
            send(event(type, now()));
            assertThat(before.precheck().canLogin()).isFalse();
            assertThat(before.signIn()).as(type.code()).isEqualTo(REFUSED);
            assertThat(lives(signIn())).as("begun since").isTrue();
        }
    }

    @Test
    void a_browser_that_is_back_before_the_event_and_finishes_after_it_is_refused() {
        SocialLogin.Started started =
                SocialSteps.done(steps.auth().social().start(new SocialLogin.Start("corp", null, null, "192.0.2.7")));
        Secret state = Secret.of(TestSocialProvider.parameter(started.authorizationUri(), "state"));
        Secret code = steps.corp.code(steps.corp.person("1", ANA, true), started.authorizationUri());
        SocialCallback.Answer answer = new SocialCallback.Answer(state, code, null, null);
        fixture.clock.advance(Duration.ofMinutes(1));
        SocialSteps.done(
                steps.auth().social().callback(new SocialCallback("corp", started.browser(), answer, "192.0.2.7")));
        fixture.clock.advance(Duration.ofMinutes(1));
        send(event(SocialEvent.Type.TOKENS_REVOKED, now()));
        assertThat(steps.auth().social().finish(started.browser(), FlowFixture.WEB, true))
                .isEqualTo(REFUSED);
    }

    @Test
    void a_token_without_a_nonce_that_was_issued_before_the_event_signs_nobody_in() {
        steps = new SocialSteps(fixture, FlowFixture.settings(), SocialSettings::allowIdTokenWithoutNonce);
        steps.corp.takingEvents(SocialEvent.Delivery.SECURITY_EVENT);
        SocialSteps.Attempt before = steps.withoutNonce(steps.corp, "1", ANA);
        fixture.clock.advance(Duration.ofSeconds(1));
        send(event(SocialEvent.Type.SESSIONS_REVOKED, now()));
        assertThat(before.signIn()).isEqualTo(REFUSED);
        assertThat(lives(steps.in(steps.withoutNonce(steps.corp, "1", ANA).signIn())))
                .isTrue();
    }

    @Test
    void a_proof_of_before_a_suspension_signs_nobody_in_after_it_either() {
        SocialSteps.Attempt before = steps.attempt(steps.corp, "1", ANA, true);
        fixture.clock.advance(Duration.ofSeconds(1));
        send(event(SocialEvent.Type.ACCOUNT_DISABLED, now()));
        fixture.clock.advance(Duration.ofSeconds(1));
        send(event(SocialEvent.Type.ACCOUNT_ENABLED, now()));
        assertThat(before.signIn()).isEqualTo(REFUSED);
        assertThat(lives(signIn())).isTrue();
    }

    @Test
    void an_event_of_a_provider_whose_clock_is_ahead_keeps_out_nobody_who_comes_after_it() {
        send(event(SocialEvent.Type.LOGOUT, now().plusSeconds(50)));
        assertThat(lives(signIn())).isTrue();
    }

    @Test
    void only_sign_ins_by_the_provider_end_and_no_reset_of_factors_that_waits() {
        Auth node = fixture.nodeWithFactors(SecondFactorSettings.optional().withAdministratorWait(WAIT));
        List<Secret> codes =
                enrol(fixture, fixture.caller(fixture.signedIn(ANA))).recoveryCodes();
        int used = 0;
        for (SocialEvent.Type type :
                List.of(SocialEvent.Type.LOGOUT, SocialEvent.Type.ACCOUNT_DISABLED, SocialEvent.Type.ACCOUNT_PURGED)) {
            SecondFactorChallenge byCorp = heldByCorp();
            SecondFactorChallenge byPassword = heldByPassword();
            assertThat(node.factorAdministration().reset(ANA, "ticket 7"))
                    .isEqualTo(FactorAdministration.Reset.WAITING);
            send(event(type, now()));
            assertThat(node.factorAdministration().cancel(ANA, "ticket 7"))
                    .as("waits still after " + type.code())
                    .isTrue();
            assertThat(finish(byCorp, codes.get(used))).isFalse();
            assertThat(finish(byPassword, codes.get(used++))).isTrue();
            fixture.clock.advance(Duration.ofMinutes(1));
            send(event(SocialEvent.Type.ACCOUNT_ENABLED, now()));
        }
    }

    private SecondFactorChallenge heldByCorp() {
        return ((Outcome.SecondFactorRequired<SignIn>) steps.signIn(steps.corp, "1", ANA, true)).challenge();
    }

    private SecondFactorChallenge heldByPassword() {
        return ((Outcome.SecondFactorRequired<SignIn>) fixture.login(ANA, FlowFixture.PASSWORD)).challenge();
    }

    private boolean finish(SecondFactorChallenge challenge, Secret code) {
        FactorProof proof = new FactorProof.RecoveryCode(code);
        return steps.auth()
                        .secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(challenge.id(), proof, FlowFixture.WEB, false))
                instanceof Outcome.Done<SignIn>;
    }
}
