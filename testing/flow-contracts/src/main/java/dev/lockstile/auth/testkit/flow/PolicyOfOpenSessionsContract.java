package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorContract.enrol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.ProfileSwitch;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that were opened before the host began to want a second factor of their owner. */
abstract class PolicyOfOpenSessionsContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";

    private SignIn before;
    private Caller then;
    private Auth strict;

    /** For those who extend it. */
    protected PolicyOfOpenSessionsContract() {}

    @BeforeEach
    final void openSession() {
        fixture.member(ADDRESS);
        before = fixture.signedIn(ADDRESS);
        then = fixture.caller(before);
        strict = node(SecondFactorPolicy.everybody());
        fixture.clock.advance(Duration.ofMinutes(11));
    }

    @Test
    void a_session_from_before_goes_on_with_one_factor_and_says_so() {
        TokenPair renewed = refreshed(strict, before.tokens());
        Caller caller = caller(renewed);
        assertThat(caller.context().assurance()).isEqualTo(Assurance.AAL1);
        assertThat(caller.showedTwoFactors()).isFalse();
        assertThat(caller.authTime()).isEqualTo(then.authTime());
        ProfileSwitch requested = new ProfileSwitch(before.active().id(), FlowFixture.WEB, renewed.refresh());
        SignIn switched = FlowFixture.signIn(strict.login().switchProfile(caller, requested));
        assertThat(caller(switched.tokens()).showedTwoFactors()).isFalse();
    }

    @Test
    void no_proof_of_one_factor_makes_it_a_session_of_two() {
        Caller caller = caller(refreshed(strict, before.tokens()));
        Outcome<StepUp.Proven> proven = strict.stepUp().byPassword(caller, Secret.of(FlowFixture.PASSWORD));
        assertThat(proven).isInstanceOf(Outcome.Done.class);
        Secret access = proven.orElseThrow().access();
        assertThat(strict.sessions().authenticate(access.reveal()).orElseThrow().showedTwoFactors())
                .isFalse();
    }

    @Test
    void whoever_enrols_in_it_goes_on_with_two_factors_and_ends_the_others() {
        SignIn other = fixture.signedIn(ADDRESS);
        SignIn own = fixture.signedIn(ADDRESS);
        enrol(fixture, fixture.caller(own));
        assertThat(caller(refreshed(strict, own.tokens())).showedTwoFactors()).isTrue();
        assertThat(strict.sessions().refresh(other.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(strict.stepUp().isRecent(fixture.caller(other))).isFalse();
    }

    @Test
    void the_next_sign_in_enrols() {
        Outcome<SignIn> held = signIn(strict);
        assertThat(held)
                .isInstanceOfSatisfying(
                        Outcome.SecondFactorRequired.class,
                        required -> assertThat(required.challenge().wantsEnrolment())
                                .isTrue());
        assertThat(strict.sessions().refresh(before.tokens().refresh()))
                .as("and takes nothing from the session that is open")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_administrator_who_ends_the_sessions_leaves_no_way_on_without_a_factor() {
        assertThat(strict.admin().endSessions(before.user().id())).isTrue();
        assertThat(strict.sessions().refresh(before.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(signIn(strict)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_role_that_wants_a_factor_is_in_the_next_token_of_a_session_of_one_until_it_is_ended() {
        Auth editors = node(SecondFactorPolicy.role("EDITOR"));
        assertThat(editors.admin().setRole(before.user().id(), "EDITOR")).isTrue();
        TokenPair renewed = refreshed(editors, before.tokens());
        assertThat(caller(renewed).roles()).containsExactly("EDITOR");
        assertThat(caller(renewed).showedTwoFactors()).isFalse();
        assertThat(editors.admin().endSessions(before.user().id())).isTrue();
        assertThat(editors.sessions().refresh(renewed.refresh())).isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(signIn(editors)).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    private Auth node(SecondFactorPolicy policy) {
        return fixture.nodeWithFactors(SecondFactorSettings.optional().requiredOf(policy));
    }

    private static Outcome<SignIn> signIn(Auth node) {
        ClientInfo browser = FlowFixture.WEB;
        return node.login().signIn(new PasswordLogin.Request(ADDRESS, Secret.of(FlowFixture.PASSWORD), browser));
    }

    private static TokenPair refreshed(Auth node, TokenPair tokens) {
        Outcome<TokenPair> result = node.sessions().refresh(tokens.refresh());
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private Caller caller(TokenPair tokens) {
        return fixture.auth.sessions().authenticate(tokens.access().reveal()).orElseThrow();
    }
}
