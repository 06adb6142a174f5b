package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.enrol;
import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.totp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What bounds attempts at second factors, and what ends the trust in a browser. */
abstract class FactorLimitContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";

    /** For those who extend it. */
    protected FactorLimitContract() {}

    @Test
    void five_wrong_step_ups_are_all_a_session_has_and_the_account_is_not_paused_by_more() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 40; i++) {
            assertThat(stepUp(ana.caller(), FlowFixture.not(ana.app().code()))).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(stepUp(ana.caller(), ana.app().code())).isInstanceOf(Outcome.Refused.class);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(finish(ana.app().code())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_hundred_wrong_step_ups_at_once_are_five() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        String wrong = FlowFixture.not(ana.app().code());
        ParallelRun.run(20, n -> stepUp(ana.caller(), wrong));
        assertThat(stepUp(ana.caller(), ana.app().code())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_right_step_up_gives_a_session_its_tries_back() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        for (int round = 0; round < 3; round++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            for (int i = 0; i < 4; i++) {
                stepUp(ana.caller(), FlowFixture.not(ana.app().code()));
            }
            assertThat(stepUp(ana.caller(), ana.app().code())).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void where_the_host_counts_no_failures_a_hundred_wrong_factors_are_all_the_same() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            assertThat(finish(FlowFixture.not(ana.app().code())))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        }
        assertThat(finish(ana.app().code())).isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        assertThat(finish(new FactorProof.RecoveryCode(ana.recoveryCodes().get(0))))
                .as("nobody guesses 120 bits")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_reset_of_the_factors_gives_the_account_its_tries_back() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            finish(FlowFixture.not(ana.app().code()));
        }
        assertThat(finish(ana.app().code()))
                .as("out of tries")
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        FactorAdministration administration = fixture.auth.factorAdministration();
        UserId absent = fixture.store.userId("999999").orElseThrow();
        assertThat(administration.reset(absent, "ticket 7")).isEqualTo(FactorAdministration.Reset.NOT_FOUND);
        assertThat(administration.reset(ana.caller().user(), "ticket 7")).isEqualTo(FactorAdministration.Reset.DONE);
        SecondFactorFixture.Enrolled again = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(finish(again.app().code())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_password_that_was_written_beside_the_flows_ends_the_trust_in_browsers() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        SignIn in = fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(
                        challenge(), totp(ana.app().code()), FlowFixture.WEB, true))
                .orElseThrow();
        ClientInfo browser = FlowFixture.WEB.showing(new ClientEvidence(
                null, null, Objects.requireNonNull(in.extras().trustedBrowser())));
        assertThat(signIn(browser)).isInstanceOf(Outcome.Done.class);
        UserId user = ana.caller().user();
        String renewed = "md5$s$" + Md5.of("s" + FlowFixture.PASSWORD);
        assertThat(fixture.store.<Boolean>alone(
                        tx -> tx.users().resetPassword(user, Secret.of(renewed), fixture.clock.instant())))
                .isTrue();
        assertThat(signIn(browser)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void new_recovery_codes_end_all_other_sessions() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        SignIn other = finish(ana.app().code()).orElseThrow();
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(stepUp(ana.caller(), ana.app().code())).isInstanceOf(Outcome.Done.class);
        StepUp.Proven proven = proven(ana);
        Caller caller =
                fixture.auth.sessions().authenticate(proven.access().reveal()).orElseThrow();
        SecondFactorFixture.done(fixture.auth.secondFactors().renewRecoveryCodes(caller));
        assertThat(fixture.auth.sessions().list(caller)).hasSize(1);
        assertThat(other.tokens().access()).isNotNull();
    }

    @Test
    void a_short_recovery_code_is_refused_where_too_many_factors_were_wrong() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 99; i++) {
            finish(FlowFixture.not(ana.app().code()));
        }
        fixture.importRecoveryCode(ana.caller().user(), Secret.of("a1b2c3d4"));
        finish(new FactorProof.RecoveryCode(Secret.of("z9y8x7w6")));
        assertThat(finish(new FactorProof.RecoveryCode(Secret.of("a1b2c3d4"))))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    @Test
    void a_short_recovery_code_is_good_before() {
        fixture.member(ADDRESS);
        SecondFactorFixture.Enrolled ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.importRecoveryCode(ana.caller().user(), Secret.of("a1b2c3d4"));
        assertThat(finish(new FactorProof.RecoveryCode(Secret.of("a1b2c3d4")))).isInstanceOf(Outcome.Done.class);
    }

    private StepUp.Proven proven(SecondFactorFixture.Enrolled ana) {
        fixture.clock.advance(Duration.ofMinutes(1));
        Outcome<StepUp.Proven> result = stepUp(ana.caller(), ana.app().code());
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private Outcome<StepUp.Proven> stepUp(Caller caller, String code) {
        return fixture.auth.stepUp().byFactor(caller, totp(code));
    }

    private Outcome<SignIn> finish(String code) {
        return finish(totp(code));
    }

    private Outcome<SignIn> finish(FactorProof proof) {
        return fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge(), proof, FlowFixture.WEB, false));
    }

    private Secret challenge() {
        Outcome<SignIn> result = signIn(FlowFixture.WEB);
        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
        SecondFactorChallenge challenge = ((Outcome.SecondFactorRequired<SignIn>) result).challenge();
        return challenge.id();
    }

    private Outcome<SignIn> signIn(ClientInfo client) {
        return fixture.auth.login().signIn(new PasswordLogin.Request(ADDRESS, Secret.of(FlowFixture.PASSWORD), client));
    }
}
