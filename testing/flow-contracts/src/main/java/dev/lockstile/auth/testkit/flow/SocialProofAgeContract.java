package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sign-in by another site is as recent a proof as the site says that its own was. */
abstract class SocialProofAgeContract extends FlowContract {

    private static final String ANA = "ana@acme.example";

    private SocialSteps steps;

    /** For those who extend it. */
    protected SocialProofAgeContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
        fixture.member(ANA);
        steps.link(fixture.caller(fixture.signedIn(ANA)), steps.corp, "1", ANA);
    }

    @Test
    void a_proof_of_just_now_allows_sensitive_steps() {
        Caller ana = fixture.caller(signIn(fixture.clock.instant()));
        assertThat(ana.authTime()).isEqualTo(fixture.clock.instant());
        assertThat(fixture.auth.stepUp().isRecent(ana)).isTrue();
        assertThat(unlink(ana)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_session_there_of_yesterday_signs_in_and_proves_nothing() {
        Instant yesterday = fixture.clock.instant().minus(Duration.ofDays(1));
        Caller ana = fixture.caller(signIn(yesterday));
        assertThat(ana.authTime()).isEqualTo(yesterday);
        assertStepUpWanted(ana);
    }

    @Test
    void the_ten_minutes_count_from_the_proof_there() {
        Caller ana = fixture.caller(signIn(fixture.clock.instant().minus(Duration.ofMinutes(9))));
        assertThat(fixture.auth.stepUp().isRecent(ana)).isTrue();
        fixture.clock.advance(Duration.ofMinutes(2));
        assertStepUpWanted(ana);
    }

    @Test
    void a_site_that_does_not_tell_proves_nothing() {
        steps.corp.tellsProofs(false);
        Caller ana = fixture.caller(signIn(null));
        assertThat(ana.authTime()).isEqualTo(Instant.EPOCH);
        assertStepUpWanted(ana);
    }

    @Test
    void a_time_that_cannot_be_is_not_told() {
        Instant now = fixture.clock.instant();
        for (Instant never : List.of(now.plusSeconds(61), now.plus(Duration.ofDays(400)), Instant.ofEpochSecond(-1))) {
            Caller ana = fixture.caller(signIn(never));
            assertThat(ana.authTime()).as("told: %s", never).isEqualTo(Instant.EPOCH);
            assertStepUpWanted(ana);
        }
        assertThat(fixture.caller(signIn(now.plusSeconds(59))).authTime())
                .as("a clock that is a minute ahead")
                .isEqualTo(now);
    }

    @Test
    void a_refresh_makes_no_proof_recent() {
        SignIn in = signIn(fixture.clock.instant().minus(Duration.ofDays(1)));
        TokenPair next = steps.auth().sessions().refresh(in.tokens().refresh()).orElseThrow();
        assertStepUpWanted(
                fixture.auth.sessions().authenticate(next.access().reveal()).orElseThrow());
    }

    @Test
    void a_code_to_a_proven_address_is_the_proof_that_was_missing() {
        steps.corp.tellsProofs(false);
        Caller ana = fixture.caller(signIn(null));
        StepUp.Sent sent = fixture.auth.stepUp().requestCode(ana, null, null).orElseThrow();
        StepUp.Proven proven = fixture.auth
                .stepUp()
                .byCode(ana, sent.challengeId(), Secret.of(fixture.codeTo(ANA)))
                .orElseThrow();
        Caller again =
                fixture.auth.sessions().authenticate(proven.access().reveal()).orElseThrow();
        assertThat(unlink(again)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_account_that_is_opened_has_no_other_rule() {
        SocialPerson newcomer = steps.corp.person("2", "cleo@acme.example", true);
        Instant before = fixture.clock.instant().minus(Duration.ofMinutes(11));
        SignIn in = steps.in(
                steps.attempt(steps.corp, newcomer.authenticatedAt(before)).signIn());
        assertThat(fixture.auth.stepUp().isRecent(fixture.caller(in))).isFalse();
    }

    @Test
    void nobody_enrols_a_factor_at_a_sign_in_by_a_silent_session() {
        SocialSteps strict = SocialSteps.wantingFactors(fixture);
        Instant now = fixture.clock.instant();
        for (Instant before : List.of(now.minus(Duration.ofMinutes(11)), now.plus(Duration.ofDays(1)))) {
            for (SocialPerson person :
                    List.of(strict.corp.person("1", ANA, true), strict.corp.person("3", "dan@acme.example", true))) {
                assertThat(strict.attempt(strict.corp, person.authenticatedAt(before))
                                .signIn())
                        .as("proven at %s", before)
                        .isEqualTo(Outcome.refused(Refusal.SOCIAL_PROOF_TOO_OLD));
            }
        }
        assertThat(strict.precheck(strict.corp, "3", "dan@acme.example", true).wouldCreateUser())
                .as("nothing was opened")
                .isTrue();
        Outcome<SignIn> fresh = strict.attempt(strict.corp, person(now.minus(Duration.ofMinutes(9))))
                .signIn();
        assertThat(fresh).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(((Outcome.SecondFactorRequired<SignIn>) fresh).challenge().wantsEnrolment())
                .isTrue();
    }

    @Test
    void a_precheck_says_who_is_refused_for_an_old_proof() {
        SocialSteps strict = SocialSteps.wantingFactors(fixture);
        Instant now = fixture.clock.instant();
        Instant before = now.minus(Duration.ofMinutes(11));
        for (SocialPerson person :
                List.of(strict.corp.person("1", ANA, true), strict.corp.person("3", "dan@acme.example", true))) {
            assertThat(canLogin(strict, person.authenticatedAt(before))).isFalse();
            assertThat(canLogin(strict, person.authenticatedAt(now))).isTrue();
            assertThat(canLogin(steps, person.authenticatedAt(before)))
                    .as("no factor is wanted")
                    .isTrue();
        }
        SecondFactorContract.enrol(fixture, fixture.caller(fixture.signedIn(ANA)));
        assertThat(canLogin(strict, strict.corp.person("1", ANA, true).authenticatedAt(before)))
                .as("the factor is there")
                .isTrue();
    }

    private static boolean canLogin(SocialSteps node, SocialPerson person) {
        return node.attempt(node.corp, person).precheck().canLogin();
    }

    @Test
    void a_second_factor_is_asked_for_after_any_session_there() {
        SecondFactorContract.enrol(fixture, fixture.caller(fixture.signedIn(ANA)));
        Outcome<SignIn> result = steps.attempt(
                        steps.corp, person(fixture.clock.instant().minus(Duration.ofDays(1))))
                .signIn();
        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_browser_that_takes_its_time_makes_no_proof_younger() {
        Instant typed = fixture.clock.instant();
        SocialLogin.Started started =
                SocialSteps.done(steps.auth().social().start(new SocialLogin.Start("corp", null, null, "192.0.2.7")));
        Secret code = steps.corp.code(person(typed), started.authorizationUri());
        Secret state = Secret.of(TestSocialProvider.parameter(started.authorizationUri(), "state"));
        SocialSteps.done(steps.auth()
                .social()
                .callback(new SocialCallback(
                        "corp", started.browser(), new SocialCallback.Answer(state, code, null, null), "192.0.2.7")));
        fixture.clock.advance(Duration.ofMinutes(8));
        Caller ana = fixture.caller(steps.in(steps.auth().social().finish(started.browser(), FlowFixture.WEB, true)));
        assertThat(ana.authTime()).isEqualTo(typed);
    }

    private SignIn signIn(@Nullable Instant provenAt) {
        return steps.in(steps.attempt(steps.corp, person(provenAt)).signIn());
    }

    private SocialPerson person(@Nullable Instant provenAt) {
        return steps.corp.person("1", ANA, true).authenticatedAt(provenAt);
    }

    private void assertStepUpWanted(Caller ana) {
        assertThat(fixture.auth.stepUp().isRecent(ana)).isFalse();
        assertThat(unlink(ana)).isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        assertThat(steps.auth().social().start(new SocialLogin.Start("corp", ana, null, null)))
                .isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
    }

    private Outcome<Boolean> unlink(Caller ana) {
        return steps.auth().social().unlink(ana, "corp", null);
    }
}
