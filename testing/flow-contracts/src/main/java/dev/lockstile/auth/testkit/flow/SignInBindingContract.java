package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens to the account between the two steps of a sign-in ends that sign-in. */
abstract class SignInBindingContract extends SecondFactorFixture {

    private static final String OTHER = "eva@acme.example";

    @Test
    void another_password_of_the_account_ends_it() {
        SecondFactorChallenge challenge = challenge();
        fixture.store.alone(tx -> tx.users().resetPassword(ana(), Secret.of("another-hash"), fixture.clock.instant()));
        assertThat(finish(challenge, totp(ana.app().code()))).isEqualTo(REFUSED);
    }

    @Test
    void the_loss_of_the_password_ends_it() {
        SecondFactorChallenge challenge = challenge();
        fixture.store.alone(tx -> tx.users().resetPassword(ana(), null, fixture.clock.instant()));
        assertThat(finish(challenge, totp(ana.app().code()))).isEqualTo(REFUSED);
    }

    @Test
    void another_name_number_or_address_of_the_account_ends_it() {
        IdentifierRules rules = IdentifierRules.standard();
        for (Optional<Identifier> another :
                List.of(rules.username("ana-lopez"), rules.phone("+525512345678"), rules.email("ana@other.example"))) {
            SecondFactorChallenge challenge = challenge();
            fixture.store.alone(tx -> tx.users().claim(ana(), another.orElseThrow(), fixture.clock.instant()));
            assertThat(finish(challenge, totp(ana.app().code())))
                    .as(another.toString())
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    void an_account_that_is_disabled_meanwhile_is_not_signed_in() {
        SecondFactorChallenge challenge = challenge();
        int sessions = sessions();
        fixture.auth.admin().disable(ana());
        assertThat(finish(challenge, totp(ana.app().code()))).isEqualTo(REFUSED);
        assertThat(sessions()).isLessThan(sessions);
    }

    @Test
    void of_two_enrolments_at_sign_in_the_second_is_refused() {
        Auth strict =
                fixture.nodeWithFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody()));
        fixture.member(OTHER);
        SecondFactorChallenge first = wanted(strict);
        SecondFactorChallenge second = wanted(strict);
        TotpGenerator app = enrolling(strict, first);
        in(strict.secondFactorLogin().finish(attempt(first, totp(app.code()))));
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(strict.secondFactorLogin().finish(attempt(second, totp(app.code()))))
                .as("a challenge of an enrolment, and an account that has a factor")
                .isEqualTo(REFUSED);
    }

    @Test
    void the_challenge_of_a_sign_in_enrols_nothing() {
        Outcome<TotpEnrolment> enrolment =
                fixture.auth.secondFactorLogin().enrol(challenge().id());
        assertThat(enrolment).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_challenge_is_over_after_five_minutes() {
        SecondFactorChallenge challenge = challenge();
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(finish(challenge, totp(ana.app().code()))).isEqualTo(REFUSED);
        SecondFactorChallenge next = challenge();
        fixture.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        in(finish(next, totp(ana.app().code())));
    }

    private UserId ana() {
        return ana.caller().user();
    }

    private TotpGenerator enrolling(Auth node, SecondFactorChallenge challenge) {
        TotpEnrolment enrolment = done(node.secondFactorLogin().enrol(challenge.id()));
        return TotpGenerator.of(enrolment.secret().reveal(), fixture.clock);
    }

    private static SecondFactorChallenge wanted(Auth node) {
        SecondFactorChallenge challenge = challenge(node.login()
                .signIn(new PasswordLogin.Request(OTHER, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB)));
        assertThat(challenge.wantsEnrolment()).isTrue();
        return challenge;
    }
}
