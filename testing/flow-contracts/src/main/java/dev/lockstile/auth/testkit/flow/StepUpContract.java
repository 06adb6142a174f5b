package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proving again who one is: what a thief of an access token cannot do. */
abstract class StepUpContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final Outcome<StepUp.Proven> WRONG_CODE = Outcome.refused(Refusal.INVALID_CODE);

    private SignIn ana;

    @BeforeEach
    final void signIn() {
        fixture.member(ADDRESS);
        ana = fixture.signedIn(ADDRESS);
    }

    @Test
    void a_proof_is_recent_for_ten_minutes_and_no_longer() {
        fixture.clock.advance(Duration.ofMinutes(4));
        Caller caller = fixture.caller(ana);
        fixture.clock.advance(Duration.ofMinutes(6));
        assertThat(fixture.auth.stepUp().isRecent(caller)).isTrue();
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.auth.stepUp().isRecent(caller)).isFalse();
    }

    @Test
    void a_refresh_makes_no_proof_recent_but_the_password_does() {
        Caller old = later(Duration.ofMinutes(30));
        assertThat(fixture.auth.stepUp().isRecent(old)).isFalse();
        Caller proven = proven(fixture.auth.stepUp().byPassword(old, Secret.of(FlowFixture.PASSWORD)));
        assertThat(proven.authTime()).isEqualTo(fixture.clock.instant());
        assertThat(proven.session()).isEqualTo(old.session());
        assertThat(proven.profile()).isEqualTo(old.profile());
        assertThat(fixture.auth.stepUp().isRecent(proven)).isTrue();
        assertThat(fixture.auth.stepUp().isRecent(old))
                .as("the token from before")
                .isFalse();
        assertThat(fixture.events).hasAtLeastOneElementOfType(AuthEvent.ProvenAgain.class);
    }

    @Test
    void a_refresh_after_a_proof_carries_the_time_of_the_proof() {
        fixture.auth.stepUp().byPassword(later(Duration.ofMinutes(30)), Secret.of(FlowFixture.PASSWORD));
        Caller next = later(Duration.ofMinutes(3));
        assertThat(next.authTime()).isEqualTo(fixture.clock.instant().minus(Duration.ofMinutes(3)));
    }

    @Test
    void a_proof_in_one_session_is_none_in_another() {
        SignIn other = fixture.signedIn(ADDRESS);
        Caller old = later(Duration.ofMinutes(30));
        fixture.auth.stepUp().byPassword(old, Secret.of(FlowFixture.PASSWORD));
        TokenPair refreshed =
                fixture.auth.sessions().refresh(other.tokens().refresh()).orElseThrow();
        assertThat(fixture.auth.stepUp().isRecent(caller(refreshed.access()))).isFalse();
    }

    @Test
    void a_wrong_password_proves_nothing() {
        Caller caller = fixture.caller(ana);
        assertThat(fixture.auth.stepUp().byPassword(caller, Secret.of("plum-harbour-4418")))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(fixture.events).last().isInstanceOf(AuthEvent.SignInFailed.class);
    }

    @Test
    void a_code_to_the_own_address_proves_once() {
        Caller old = later(Duration.ofMinutes(30));
        StepUp.Sent sent = sent(fixture.auth.stepUp().requestCode(old, null, null));
        assertThat(sent.channel()).isEqualTo(Channel.EMAIL);
        Secret code = Secret.of(fixture.codeTo(ADDRESS));
        Caller proven = proven(fixture.auth.stepUp().byCode(old, sent.challengeId(), code));
        assertThat(fixture.auth.stepUp().isRecent(proven)).isTrue();
        assertThat(fixture.auth.stepUp().byCode(old, sent.challengeId(), code)).isEqualTo(WRONG_CODE);
    }

    @Test
    void a_code_of_one_purpose_or_person_is_worth_nothing_elsewhere() {
        fixture.member("eve@acme.example");
        Caller eve = fixture.caller(fixture.signedIn("eve@acme.example"));
        StepUp.Sent sent = sent(fixture.auth.stepUp().requestCode(fixture.caller(ana), null, null));
        String code = fixture.codeTo(ADDRESS);
        assertThat(fixture.auth.stepUp().byCode(eve, sent.challengeId(), Secret.of(code)))
                .isEqualTo(WRONG_CODE);
        assertThat(fixture.enterCode(CodeIdentifier.email(ADDRESS), code))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestCode(ADDRESS);
        String login = fixture.codeTo(ADDRESS);
        assertThat(fixture.auth.stepUp().byCode(fixture.caller(ana), sent.challengeId(), Secret.of(login)))
                .isEqualTo(WRONG_CODE);
    }

    @Test
    void five_wrong_codes_are_all_there_are() {
        Caller caller = fixture.caller(ana);
        StepUp.Sent sent = sent(fixture.auth.stepUp().requestCode(caller, Channel.EMAIL, null));
        String code = fixture.codeTo(ADDRESS);
        for (int i = 0; i < 5; i++) {
            fixture.auth.stepUp().byCode(caller, sent.challengeId(), Secret.of(FlowFixture.not(code)));
        }
        assertThat(fixture.auth.stepUp().byCode(caller, sent.challengeId(), Secret.of(code)))
                .isEqualTo(WRONG_CODE);
    }

    @Test
    void of_many_right_codes_at_once_one_proves() {
        Caller caller = fixture.caller(ana);
        StepUp.Sent sent = sent(fixture.auth.stepUp().requestCode(caller, null, null));
        Secret code = Secret.of(fixture.codeTo(ADDRESS));
        assertThat(ParallelRun.winners(
                        5,
                        n -> fixture.auth.stepUp().byCode(caller, sent.challengeId(), code)
                                instanceof Outcome.Done<StepUp.Proven>))
                .isEqualTo(1);
    }

    @Test
    void codes_follow_each_other_slowly_and_only_to_a_proven_address() {
        Caller caller = fixture.caller(ana);
        sent(fixture.auth.stepUp().requestCode(caller, null, null));
        assertThat(fixture.auth.stepUp().requestCode(caller, null, null))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plusSeconds(60)));
        fixture.clock.advance(Duration.ofSeconds(20));
        assertThat(fixture.auth.stepUp().requestCode(caller, null, null))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plusSeconds(40)));
        assertThat(fixture.auth.stepUp().requestCode(caller, Channel.SMS, null))
                .isEqualTo(Outcome.refused(Refusal.NO_PROVEN_ADDRESS));
    }

    @Test
    void a_session_that_is_over_proves_nothing() {
        Caller caller = fixture.caller(ana);
        fixture.auth.sessions().logout(caller);
        assertThat(fixture.auth.stepUp().byPassword(caller, Secret.of(FlowFixture.PASSWORD)))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(fixture.auth.stepUp().requestCode(caller, null, null))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(fixture.auth.stepUp().byCode(caller, "none", Secret.of("12345678")))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
    }

    @Test
    void nobody_proves_anything_in_a_session_of_somebody_else() {
        fixture.member("eve@acme.example");
        Caller eve = fixture.caller(fixture.signedIn("eve@acme.example"));
        Caller mixed = new Caller(
                eve.user(),
                fixture.caller(ana).session(),
                eve.profile(),
                eve.roles(),
                eve.rights(),
                eve.authTime(),
                eve.context());
        assertThat(fixture.auth.stepUp().byPassword(mixed, Secret.of(FlowFixture.PASSWORD)))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
    }

    /** The same person with the token of a refresh made that much later. */
    private Caller later(Duration time) {
        fixture.clock.advance(time);
        TokenPair refreshed =
                fixture.auth.sessions().refresh(ana.tokens().refresh()).orElseThrow();
        ana = new SignIn(ana.user(), ana.profiles(), ana.active(), refreshed, false, ana.trustedDevice());
        return fixture.caller(ana);
    }

    private Caller proven(Outcome<StepUp.Proven> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return caller(result.orElseThrow().access());
    }

    private Caller caller(Secret access) {
        return fixture.auth.sessions().authenticate(access.reveal()).orElseThrow();
    }

    private static StepUp.Sent sent(Outcome<StepUp.Sent> result) {
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }
}
