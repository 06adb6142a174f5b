package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorFixture.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user with a second factor shows it before the password, a name to sign in by or the account itself goes. */
abstract class FactorRecencyContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final Secret OLD = Secret.of(FlowFixture.PASSWORD);
    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Duration WINDOW_AND_MORE = Duration.ofMinutes(11);

    private SecondFactorFixture.Enrolled ana;

    /** For those who extend it. */
    protected FactorRecencyContract() {}

    @BeforeEach
    final void enrolAna() {
        fixture.member(ADDRESS);
        ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void a_session_that_showed_one_factor_changes_and_deletes_nothing() {
        refused(ana.caller());
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_session_that_showed_two_long_ago_changes_and_deletes_nothing() {
        Caller both = bothFactors();
        fixture.clock.advance(WINDOW_AND_MORE);
        refused(both);
    }

    @Test
    void a_session_that_showed_two_lately_changes_the_password_and_a_name() {
        Caller both = bothFactors();
        assertThat(fixture.auth.ownAccount().update(both, AccountChange.NONE.withUsername("ana")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.passwords().change(both, OLD, NEXT)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_session_that_showed_two_lately_deletes_the_account() {
        assertThat(fixture.auth.ownAccount().delete(bothFactors(), new DeletionProof.Password(OLD)))
                .isInstanceOf(Outcome.Done.class);
    }

    private void refused(Caller caller) {
        assertThat(fixture.auth.passwords().change(caller, OLD, NEXT))
                .isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        assertThat(fixture.auth.ownAccount().delete(caller, new DeletionProof.Password(OLD)))
                .isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        assertThat(fixture.auth.ownAccount().update(caller, AccountChange.NONE.withUsername("ana")))
                .isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
    }

    private Caller bothFactors() {
        Outcome.SecondFactorRequired<SignIn> asked =
                (Outcome.SecondFactorRequired<SignIn>) fixture.login(ADDRESS, FlowFixture.PASSWORD);
        SecondFactorLogin.Attempt right = new SecondFactorLogin.Attempt(
                asked.challenge().id(), SecondFactorFixture.totp(ana.app().code()), FlowFixture.WEB, false);
        Outcome<SignIn> result = fixture.auth.secondFactorLogin().finish(right);
        return fixture.caller(result.orElseThrow());
    }
}
