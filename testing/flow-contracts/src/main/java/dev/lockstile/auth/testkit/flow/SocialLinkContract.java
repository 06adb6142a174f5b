package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Linking and unlinking accounts at other sites. */
abstract class SocialLinkContract extends SocialLinkCases {

    /** For those who extend it. */
    protected SocialLinkContract() {}

    @Test
    void whoever_is_signed_in_links_an_account_whatever_its_address() {
        SocialLogin.Link link = steps.link(ana, steps.forum, "1", "elsewhere@forum.example");
        assertThat(link.created()).isTrue();
        assertThat(steps.link(ana, steps.forum, "1", "elsewhere@forum.example"))
                .isEqualTo(new SocialLogin.Link("forum", link.accountId(), false));
        assertThat(user(steps.signIn(steps.forum, "1", null, false))).isEqualTo(ana.user());
        steps.link(ana, steps.forum, "2", ANA);
        steps.link(ana, steps.corp, "1", ANA);
        assertThat(SocialSteps.done(steps.auth().social().accounts(ana)))
                .extracting(LinkedAccount::provider)
                .containsExactly("forum", "forum", "corp");
        assertThat(SocialSteps.done(steps.auth().social().accounts(ben))).isEmpty();
        fixture.deliver();
        assertThat(fixture.postbox.lastTo(ANA).text()).contains("Acme");
    }

    @Test
    void an_account_of_somebody_else_is_not_linked() {
        steps.link(ana, steps.corp, "1", ANA);
        SocialPerson person = steps.corp.person("1", ANA, true);
        assertThat(steps.attempt(steps.corp, person, ben).link(ben)).isEqualTo(refused(Refusal.SOCIAL_ALREADY_LINKED));
        assertThat(ParallelRun.winners(
                        10,
                        n -> linkOf(n % 2 == 0 ? ana : ben, "2") instanceof Outcome.Done<SocialLogin.Link> done
                                && done.value().created()))
                .isEqualTo(1);
    }

    private Outcome<SocialLogin.Link> linkOf(Caller caller, String subject) {
        return steps.attempt(steps.corp, steps.corp.person(subject, ANA, true), caller)
                .link(caller);
    }

    @Test
    void a_link_needs_a_recent_proof_and_a_session_that_lives() {
        fixture.clock.advance(Duration.ofMinutes(11));
        SocialPerson person = steps.corp.person("1", ANA, true);
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, person, ana);
        assertThat(attempt.link(ana)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        assertThat(steps.auth().social().unlink(ana, "corp", null)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        assertThat(steps.auth().social().start(new SocialLogin.Start("corp", ana, null, null)))
                .isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        fixture.auth.sessions().logout(ana);
        assertThat(attempt.link(ana)).isEqualTo(refused(Refusal.SESSION_ENDED));
    }

    @Test
    void a_transaction_that_somebody_began_signed_in_is_that_sessions_alone() {
        SocialPerson person = steps.corp.person("1", ANA, true);
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, person, ana);
        Caller elsewhere = fixture.caller(fixture.signedIn(ANA));
        assertThat(attempt.link(ben)).isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(attempt.link(elsewhere)).isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(attempt.signIn()).isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(attempt.link(ana)).isInstanceOf(Outcome.Done.class);
        assertThat(attempt.link(ana)).as("once").isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void an_unlink_calls_a_reset_of_factors_off_that_waits_and_tells_so() {
        Auth node =
                fixture.nodeWithFactors(SecondFactorSettings.optional().withAdministratorWait(Duration.ofHours(24)));
        steps.link(ana, steps.corp, "1", ANA);
        SecondFactorContract.Enrolled enrolled = SecondFactorContract.enrol(fixture, ana);
        fixture.clock.advance(Duration.ofMinutes(1));
        Caller proven = stepUp(enrolled);
        assertThat(node.factorAdministration().reset(ANA, "ticket 7")).isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(steps.auth().social().unlink(proven, "corp", null)).isEqualTo(Outcome.done(true));
        assertThat(fixture.events).extracting(AuthEvent::detail).contains("reset called off as all sessions end");
        assertThat(node.factorAdministration().cancel(ANA, "ticket 7")).isFalse();
    }

    @Test
    void an_unlinked_account_stays_out_until_its_owner_links_it() {
        steps.link(ana, steps.merge, "1", ANA);
        SignIn other = fixture.signedIn(ANA);
        assertThat(steps.auth().social().unlink(ben, "merge", null)).isEqualTo(refused(Refusal.SOCIAL_NOT_FOUND));
        assertThat(steps.auth().social().unlink(ana, "merge", null)).isEqualTo(Outcome.done(true));
        assertThat(fixture.auth.sessions().refresh(other.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(steps.signIn(steps.merge, "1", ANA, true))
                .isEqualTo(SocialLoginContract.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
        assertThat(steps.auth().social().unlink(ana, "merge", null)).isEqualTo(refused(Refusal.SOCIAL_NOT_FOUND));
        steps.link(ana, steps.merge, "1", ANA);
        assertThat(user(steps.signIn(steps.merge, "1", ANA, true))).isEqualTo(ana.user());
    }

    @Test
    void an_unlinked_account_stays_out_whoever_links_and_unlinks_it_meanwhile() {
        steps.link(ana, steps.merge, "1", ANA);
        assertThat(steps.auth().social().unlink(ana, "merge", null)).isEqualTo(Outcome.done(true));
        steps.link(ben, steps.merge, "1", ANA);
        assertThat(steps.auth().social().unlink(ben, "merge", null)).isEqualTo(Outcome.done(true));
        assertThat(steps.signIn(steps.merge, "1", ANA, true))
                .isEqualTo(SocialLoginContract.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
        steps.link(ana, steps.merge, "1", ANA);
        assertThat(user(steps.signIn(steps.merge, "1", ANA, true))).isEqualTo(ana.user());
    }

    @Test
    void a_sign_in_under_way_by_an_account_ends_with_its_link() {
        steps.link(ana, steps.merge, "1", ANA);
        SecondFactorContract.Enrolled enrolled = SecondFactorContract.enrol(fixture, ana);
        fixture.clock.advance(Duration.ofMinutes(1));
        Outcome<SignIn> held = steps.signIn(steps.merge, "1", ANA, true);
        assertThat(held).isInstanceOf(Outcome.SecondFactorRequired.class);
        Secret challenge =
                ((Outcome.SecondFactorRequired<SignIn>) held).challenge().id();
        assertThat(steps.auth().social().unlink(stepUp(enrolled), "merge", null))
                .isEqualTo(Outcome.done(true));
        fixture.clock.advance(Duration.ofMinutes(1));
        FactorProof code = SecondFactorContract.totp(enrolled.app().code());
        assertThat(fixture.auth
                        .secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(challenge, code, FlowFixture.WEB, false)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
    }

    private Caller stepUp(SecondFactorContract.Enrolled enrolled) {
        FactorProof code = SecondFactorContract.totp(enrolled.app().code());
        Outcome<StepUp.Proven> result = fixture.auth.stepUp().byFactor(enrolled.caller(), code);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        String access = result.orElseThrow().access().reveal();
        return fixture.auth.sessions().authenticate(access).orElseThrow();
    }

    @Test
    void the_last_way_in_stays() {
        SignIn in = steps.in(steps.signIn(steps.corp, "9", "cleo@acme.example", true));
        Caller cleo = fixture.caller(in);
        assertThat(steps.auth().social().unlink(cleo, "corp", null)).isEqualTo(refused(Refusal.LAST_SIGN_IN_METHOD));
        steps.link(cleo, steps.forum, "9", "cleo@forum.example");
        assertThat(ParallelRun.winners(
                        2,
                        n -> steps.auth().social().unlink(cleo, n == 0 ? "corp" : "forum", null)
                                instanceof Outcome.Done))
                .isEqualTo(1);
        assertThat(SocialSteps.done(steps.auth().social().accounts(cleo))).hasSize(1);
    }

    @Test
    void of_several_accounts_of_one_provider_one_is_to_be_named() {
        SocialLogin.Link first = steps.link(ana, steps.corp, "1", ANA);
        steps.link(ana, steps.corp, "2", ANA);
        assertThat(steps.auth().social().unlink(ana, "corp", null)).isEqualTo(refused(Refusal.ACCOUNT_ID_REQUIRED));
        assertThat(steps.auth().social().unlink(ana, "corp", first.accountId())).isEqualTo(Outcome.done(true));
    }

    @Test
    void a_node_without_providers_serves_nothing() {
        assertThat(fixture.auth.social().providers()).isEmpty();
        assertThat(fixture.auth.social().nonce("corp", null, null)).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
        assertThat(fixture.auth.social().accounts(ana)).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
    }
}
