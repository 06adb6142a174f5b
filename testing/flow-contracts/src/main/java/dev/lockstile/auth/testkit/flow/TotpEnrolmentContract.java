package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An authenticator application is added and removed by its owner alone, and older sessions of one factor end. */
abstract class TotpEnrolmentContract extends SecondFactorFixture {

    @Test
    void a_session_of_one_factor_that_opened_as_the_factor_was_confirmed_is_none() {
        fixture.member("ben@acme.example");
        SignIn ben = fixture.signedIn("ben@acme.example");
        Caller caller = fixture.caller(ben);
        TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(caller));
        assertThat(fixture.store.<Boolean>alone(tx -> tx.factors()
                        .totps()
                        .confirm(caller.user(), enrolment.enrolmentId(), 1, fixture.clock.instant())))
                .isTrue();
        assertThat(fixture.auth.sessions().refresh(ben.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.auth.sessions().list(caller)).isEmpty();
        assertThat(fixture.auth.ownAccount().me(caller)).isNotInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_session_of_one_factor_from_before_is_over_and_the_enrolling_one_goes_on() {
        fixture.member("ben@acme.example");
        SignIn old = fixture.signedIn("ben@acme.example");
        SignIn enrolling = fixture.signedIn("ben@acme.example");
        enrol(fixture, fixture.caller(enrolling));
        assertThat(fixture.auth.sessions().refresh(old.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        Outcome<TokenPair> refreshed =
                fixture.auth.sessions().refresh(enrolling.tokens().refresh());
        assertThat(refreshed).isInstanceOf(Outcome.Done.class);
        assertThat(caller(refreshed.orElseThrow().access()).showedTwoFactors()).isTrue();
    }

    @Test
    void an_enrolment_is_no_factor_before_its_own_session_confirms_it() {
        fixture.member("ben@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
        Caller other = fixture.caller(fixture.signedIn("ben@acme.example"));
        TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(ben));
        String code =
                TotpGenerator.of(enrolment.secret().reveal(), fixture.clock).code();
        fixture.signedIn("ben@acme.example");
        assertThat(confirm(other, enrolment, code)).isEqualTo(refused(Refusal.INVALID_CODE));
        for (int i = 0; i < 5; i++) {
            confirm(ben, enrolment, FlowFixture.not(code));
        }
        assertThat(confirm(ben, enrolment, code)).as("out of attempts").isEqualTo(refused(Refusal.INVALID_CODE));
        fixture.signedIn("ben@acme.example");
    }

    @Test
    void an_enrolment_waits_ten_minutes() {
        fixture.member("ben@acme.example");
        for (Duration age :
                List.of(Duration.ofMinutes(10), Duration.ofMinutes(10).minusSeconds(1))) {
            Caller ben = fixture.caller(fixture.signedIn("ben@acme.example"));
            TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(ben));
            TotpGenerator app = TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
            Instant begun = fixture.clock.instant();
            fixture.clock.advance(age);
            assertThat(confirm(ben, enrolment, app.code()).isDone())
                    .isEqualTo(fixture.clock.instant().isBefore(begun.plus(Duration.ofMinutes(10))));
        }
    }

    @Test
    void the_address_for_the_application_names_service_account_and_secret() {
        fixture.member("ben+a@acme.example");
        Caller ben = fixture.caller(fixture.signedIn("ben+a@acme.example"));
        TotpEnrolment enrolment = done(fixture.auth.secondFactors().beginTotp(ben));
        assertThat(enrolment.uri().reveal())
                .startsWith("otpauth://totp/Acme:")
                .doesNotContain("+")
                .endsWith("?secret=" + enrolment.secret().reveal() + "&issuer=Acme&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void a_second_factor_is_added_and_removed_by_its_own_proof_alone() {
        Caller stolen = in(finish(challenge(), totp(ana.app().code())));
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(fixture.auth.secondFactors().removeTotp(stolen)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        assertThat(fixture.auth.stepUp().byPassword(stolen, Secret.of(FlowFixture.PASSWORD)))
                .isEqualTo(Outcome.refused(Refusal.SECOND_FACTOR_REQUIRED));
        assertThat(fixture.auth.secondFactors().renewRecoveryCodes(stolen))
                .isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        assertThat(fixture.auth.secondFactors().beginTotp(stolen)).isEqualTo(refused(Refusal.TOTP_ON));
        Outcome<StepUp.Proven> proven =
                fixture.auth.stepUp().byFactor(stolen, totp(ana.app().code()));
        assertThat(proven).isInstanceOf(Outcome.Done.class);
        Caller fresh = caller(proven.orElseThrow().access());
        done(fixture.auth.secondFactors().removeTotp(fresh));
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void the_owner_is_told_of_each_change_and_so_are_listeners() {
        assertThat(fixture.deliver().postbox.lastTo(ADDRESS).text()).contains("segundo factor");
        assertThat(fixture.events).hasAtLeastOneElementOfType(AuthEvent.FactorsChanged.class);
    }

    private Outcome<List<Secret>> confirm(Caller caller, TotpEnrolment enrolment, String code) {
        return fixture.auth.secondFactors().confirmTotp(caller, enrolment.enrolmentId(), Secret.of(code));
    }
}
