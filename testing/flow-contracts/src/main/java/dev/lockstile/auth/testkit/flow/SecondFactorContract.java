package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.AuthContext;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Between the first factor and a session: what an account with an authenticator application asks of every sign-in. */
abstract class SecondFactorContract extends SecondFactorFixture {

    @Test
    void a_right_password_gives_a_challenge_and_no_session() {
        int before = sessions();
        SecondFactorChallenge challenge = challenge(fixture.login(ADDRESS, FlowFixture.PASSWORD));
        assertThat(challenge.factors()).containsExactly(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
        assertThat(challenge.expiresAt()).isEqualTo(fixture.clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(sessions()).isEqualTo(before);
        assertThat(fixture.events).last().isInstanceOf(AuthEvent.SecondFactorAsked.class);
    }

    @Test
    void a_right_code_by_mail_gives_a_challenge_and_no_session() {
        int before = sessions();
        fixture.requestCode(ADDRESS);
        Outcome<SignIn> result = fixture.enterCode(CodeIdentifier.email(ADDRESS), fixture.codeTo(ADDRESS));
        assertThat(result).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(sessions()).isEqualTo(before);
        assertThat(fixture.events).last().isInstanceOf(AuthEvent.SecondFactorAsked.class);
        SecondFactorChallenge challenge = ((Outcome.SecondFactorRequired<SignIn>) result).challenge();
        assertThat(in(finish(challenge, totp(ana.app().code()))).context())
                .isEqualTo(new AuthContext(Assurance.AAL2, List.of("mfa", "otp")));
    }

    @Test
    void factors_are_named_only_after_a_right_first_factor() {
        assertThat(fixture.login(ADDRESS, "plum-harbour-4418"))
                .isEqualTo(fixture.login("nobody@acme.example", FlowFixture.PASSWORD));
    }

    @Test
    void a_right_second_factor_opens_a_session_of_two_factors() {
        Caller caller = in(finish(challenge(), totp(ana.app().code())));
        assertThat(caller.context()).isEqualTo(new AuthContext(Assurance.AAL2, List.of("mfa", "otp", "pwd")));
        assertThat(caller.showedTwoFactors()).isTrue();
    }

    @Test
    void a_code_is_good_for_the_step_before_and_after_and_once() {
        assertThat(finish(challenge(), totp(ana.app().code(-2)))).isEqualTo(REFUSED);
        assertThat(finish(challenge(), totp(ana.app().code(2)))).isEqualTo(REFUSED);
        String code = ana.app().code(1);
        in(finish(challenge(), totp(code)));
        assertThat(finish(challenge(), totp(code))).as("replayed").isEqualTo(REFUSED);
        assertThat(finish(challenge(), totp(ana.app().code())))
                .as("of an older step")
                .isEqualTo(REFUSED);
    }

    @Test
    void the_code_that_confirmed_the_enrolment_signs_nobody_in() {
        fixture.member("ben@acme.example");
        Enrolled ben = enrol(fixture, fixture.caller(fixture.signedIn("ben@acme.example")));
        SecondFactorChallenge challenge = challenge(fixture.login("ben@acme.example", FlowFixture.PASSWORD));
        assertThat(finish(challenge, totp(ben.app().code()))).isEqualTo(REFUSED);
    }

    @Test
    void a_better_hash_does_not_end_the_sign_in_that_made_it() {
        Secret old = Secret.of("md5$s$" + Md5.of("sletmein-81"));
        UserId user = ana.caller().user();
        fixture.store.alone(tx -> tx.users().upgradePassword(user, hash(), old));
        SecondFactorChallenge challenge = challenge(fixture.login(ADDRESS, "letmein-81"));
        assertThat(hash()).isNotEqualTo(old);
        in(finish(challenge, totp(ana.app().code())));
    }

    @Test
    void a_session_that_is_over_steps_up_by_no_factor() {
        fixture.auth.sessions().logout(ana.caller());
        assertThat(fixture.auth.stepUp().byFactor(ana.caller(), totp(ana.app().code())))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
    }

    private Secret hash() {
        return fixture.store
                .read(tx -> tx.users().byId(ana.caller().user()))
                .map(StoredUser::passwordHash)
                .orElseThrow();
    }

    @Test
    void only_six_digits_are_a_code() {
        String code = ana.app().code();
        SecondFactorChallenge challenge = challenge();
        for (String wrong : List.of(code + "0", code.substring(1), code + "a", "")) {
            assertThat(finish(challenge, totp(wrong))).as(wrong).isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        }
    }
}
