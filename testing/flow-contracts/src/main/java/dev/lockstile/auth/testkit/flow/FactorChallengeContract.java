package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A challenge between the two steps is good once, for its user and client, and not for long. */
abstract class FactorChallengeContract extends SecondFactorFixture {

    @Test
    void of_fifty_right_attempts_at_one_challenge_over_two_nodes_one_is_a_session() {
        Auth other = fixture.secondNode();
        SecondFactorChallenge challenge = challenge();
        SecondFactorLogin.Attempt attempt = attempt(challenge, totp(ana.app().code()));
        assertThat(ParallelRun.winners(
                        50,
                        n -> (n % 2 == 0 ? fixture.auth : other)
                                        .secondFactorLogin()
                                        .finish(attempt)
                                instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
    }

    @Test
    void of_several_factors_shown_at_once_for_one_challenge_one_opens_a_session() {
        for (int round = 0; round < 2; round++) {
            SecondFactorChallenge challenge = challenge();
            int first = 5 * round;
            assertThat(ParallelRun.winners(
                            5,
                            n -> finish(
                                            challenge,
                                            new FactorProof.RecoveryCode(
                                                    ana.recoveryCodes().get(first + n)))
                                    instanceof Outcome.Done<SignIn>))
                    .isEqualTo(1);
        }
    }

    @Test
    void of_many_challenges_answered_with_one_code_one_is_a_session() {
        List<SecondFactorChallenge> challenges = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            challenges.add(challenge());
        }
        String code = ana.app().code();
        assertThat(ParallelRun.winners(20, n -> finish(challenges.get(n), totp(code)) instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
    }

    @Test
    void a_challenge_has_five_attempts_and_five_minutes() {
        SecondFactorChallenge challenge = challenge();
        for (int i = 0; i < 5; i++) {
            finish(challenge, totp(FlowFixture.not(ana.app().code())));
        }
        assertThat(finish(challenge, totp(ana.app().code()))).as("sixth").isEqualTo(REFUSED);
        SecondFactorChallenge late = challenge();
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(finish(late, totp(ana.app().code()))).as("late").isEqualTo(REFUSED);
    }

    @Test
    void a_challenge_is_its_users_and_its_clients() {
        fixture.member("ben@acme.example");
        Enrolled ben = enrol(fixture, fixture.caller(fixture.signedIn("ben@acme.example")));
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(finish(challenge(), totp(ben.app().code())))
                .as("another user's code")
                .isEqualTo(REFUSED);
        assertThat(fixture.auth
                        .secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(
                                challenge().id(), totp(ana.app().code()), FlowFixture.PHONE_APP, false)))
                .as("another kind of client")
                .isEqualTo(REFUSED);
    }

    @Test
    void a_challenge_opens_nothing_else() {
        Secret id = challenge().id();
        assertThat(fixture.auth.sessions().authenticate(id.reveal())).isEmpty();
        assertThat(fixture.auth.sessions().refresh(id)).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        Caller caller = in(finish(challenge(), totp(ana.app().code())));
        assertThat(fixture.auth.stepUp().byCode(caller, id.reveal(), Secret.of("12345678")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_mobile_client_without_a_device_spends_nothing() {
        Outcome<SignIn> first = fixture.auth
                .login()
                .signIn(new PasswordLogin.Request(ADDRESS, Secret.of(FlowFixture.PASSWORD), FlowFixture.PHONE_APP));
        SecondFactorChallenge challenge = challenge(first);
        ClientInfo bare = new ClientInfo(FlowFixture.PHONE_APP.kind(), null, "192.0.2.8", null);
        FactorProof code = totp(ana.app().code());
        for (int i = 0; i < 9; i++) {
            assertThat(fixture.auth
                            .secondFactorLogin()
                            .finish(new SecondFactorLogin.Attempt(challenge.id(), code, bare, false)))
                    .isEqualTo(Outcome.refused(Refusal.DEVICE_REQUIRED));
        }
        in(fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(challenge.id(), code, FlowFixture.PHONE_APP, false)));
    }

    @Test
    void disabling_deletion_and_reset_between_the_steps_refuse() {
        SecondFactorChallenge before = challenge();
        fixture.auth.admin().disable(ana.caller().user());
        assertThat(finish(before, totp(ana.app().code()))).as("disabled").isEqualTo(REFUSED);
        fixture.auth.admin().enable(ana.caller().user());
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        SecondFactorChallenge again = challenge();
        assertThat(fixture.auth
                        .passwords()
                        .confirmReset(fixture.linkTo(ADDRESS), Secret.of("new-harbour-7781"))
                        .getClass()
                        .getSimpleName())
                .isEqualTo("Done");
        assertThat(finish(again, totp(ana.app().code()))).as("reset").isEqualTo(REFUSED);
        Outcome<SignIn> first = fixture.login(ADDRESS, "new-harbour-7781");
        assertThat(first).as("the factor stays").isInstanceOf(Outcome.SecondFactorRequired.class);
        fixture.auth.admin().delete(ana.caller().user());
        assertThat(finish(challenge(first), totp(ana.app().code())))
                .as("deleted")
                .isEqualTo(REFUSED);
    }

    @Test
    void twenty_failures_over_all_challenges_pause_the_factor_and_a_right_password_does_not_help() {
        fixture = rewired(settings -> settings.withThrottles(ThrottleSettings.owasp()));
        fixture.member("ben@acme.example");
        Enrolled ben = enrol(fixture, fixture.caller(fixture.signedIn("ben@acme.example")));
        for (int i = 0; i < 20; i++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            assertThat(finish(
                            challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                            totp(FlowFixture.not(ben.app().code()))))
                    .isEqualTo(REFUSED);
        }
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(finish(
                        challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                        totp(ben.app().code())))
                .as("paused")
                .isEqualTo(REFUSED);
        fixture.clock.advance(Duration.ofHours(1));
        in(finish(
                challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                totp(ben.app().code())));
        fixture.clock.advance(Duration.ofMinutes(1));
        in(finish(
                challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD)),
                totp(ben.app().code())));
    }
}
