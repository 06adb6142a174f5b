package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.FactorReset;
import dev.lockstile.auth.factor.SecondFactorAttempt;
import dev.lockstile.auth.factor.SecondFactorResult;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.StepUpResult;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.LinkedAccount;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialIntent;
import dev.lockstile.auth.social.SocialLink;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialRefusal;
import dev.lockstile.auth.social.SocialResult;
import dev.lockstile.auth.social.SocialSignInResult;
import dev.lockstile.auth.social.SocialStart;
import dev.lockstile.auth.social.SocialStarted;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.RefreshResult;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Linking and unlinking accounts at other sites, and the way of a browser there and back. */
abstract class SocialLinkContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String BEN = "ben@acme.example";

    private SocialSteps steps;
    private Caller ana;
    private Caller ben;

    /** For those who extend it. */
    protected SocialLinkContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
        fixture.member(ANA);
        fixture.member(BEN);
        ana = fixture.caller(fixture.signedIn(ANA));
        ben = fixture.caller(fixture.signedIn(BEN));
    }

    @Test
    void whoever_is_signed_in_links_an_account_whatever_its_address() {
        SocialLink link = steps.link(ana, steps.forum, "1", "elsewhere@forum.example");
        assertThat(link.created()).isTrue();
        assertThat(steps.link(ana, steps.forum, "1", "elsewhere@forum.example"))
                .isEqualTo(new SocialLink("forum", link.accountId(), false));
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
        assertThat(steps.attempt(steps.corp, person, ben).link(ben)).isEqualTo(refused(SocialRefusal.ALREADY_LINKED));
        assertThat(ParallelRun.winners(
                        10,
                        n -> linkOf(n % 2 == 0 ? ana : ben, "2") instanceof SocialResult.Done<SocialLink> done
                                && done.value().created()))
                .isEqualTo(1);
    }

    private SocialResult<SocialLink> linkOf(Caller caller, String subject) {
        return steps.attempt(steps.corp, steps.corp.person(subject, ANA, true), caller)
                .link(caller);
    }

    @Test
    void a_link_needs_a_recent_proof_and_a_session_that_lives() {
        fixture.clock.advance(Duration.ofMinutes(11));
        SocialPerson person = steps.corp.person("1", ANA, true);
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, person, ana);
        assertThat(attempt.link(ana)).isEqualTo(refused(SocialRefusal.STEP_UP_REQUIRED));
        assertThat(steps.auth().social().unlink(ana, "corp", null)).isEqualTo(refused(SocialRefusal.STEP_UP_REQUIRED));
        assertThat(steps.auth().social().start(new SocialStart("corp", ana, null, null)))
                .isEqualTo(refused(SocialRefusal.STEP_UP_REQUIRED));
        fixture.auth.sessions().logout(ana);
        assertThat(attempt.link(ana)).isEqualTo(refused(SocialRefusal.SESSION_ENDED));
    }

    @Test
    void a_transaction_that_somebody_began_signed_in_is_that_sessions_alone() {
        SocialPerson person = steps.corp.person("1", ANA, true);
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, person, ana);
        Caller elsewhere = fixture.caller(fixture.signedIn(ANA));
        assertThat(attempt.link(ben)).isEqualTo(refused(SocialRefusal.INVALID_TOKEN));
        assertThat(attempt.link(elsewhere)).isEqualTo(refused(SocialRefusal.INVALID_TOKEN));
        assertThat(attempt.signIn()).isEqualTo(SocialLoginContract.refused(SocialRefusal.INVALID_TOKEN));
        assertThat(attempt.link(ana)).isInstanceOf(SocialResult.Done.class);
        assertThat(attempt.link(ana)).as("once").isEqualTo(refused(SocialRefusal.INVALID_TOKEN));
    }

    @Test
    void an_unlink_calls_a_reset_of_factors_off_that_waits_and_tells_so() {
        Auth node =
                fixture.nodeWithFactors(SecondFactorSettings.optional().withAdministratorWait(Duration.ofHours(24)));
        steps.link(ana, steps.corp, "1", ANA);
        SecondFactorContract.Enrolled enrolled = SecondFactorContract.enrol(fixture, ana);
        fixture.clock.advance(Duration.ofMinutes(1));
        Caller proven = stepUp(enrolled);
        assertThat(node.factorAdministration().reset(ANA, "ticket 7")).isEqualTo(FactorReset.WAITING);
        assertThat(steps.auth().social().unlink(proven, "corp", null)).isEqualTo(new SocialResult.Done<>(true));
        assertThat(fixture.events).extracting(AuthEvent::detail).contains("reset called off as all sessions end");
        assertThat(node.factorAdministration().cancel(ANA, "ticket 7")).isFalse();
    }

    @Test
    void an_unlinked_account_stays_out_until_its_owner_links_it() {
        steps.link(ana, steps.merge, "1", ANA);
        SignIn other = fixture.signedIn(ANA);
        assertThat(steps.auth().social().unlink(ben, "merge", null)).isEqualTo(refused(SocialRefusal.NOT_FOUND));
        assertThat(steps.auth().social().unlink(ana, "merge", null)).isEqualTo(new SocialResult.Done<>(true));
        assertThat(fixture.auth.sessions().refresh(other.tokens().refresh())).isInstanceOf(RefreshResult.Refused.class);
        assertThat(steps.signIn(steps.merge, "1", ANA, true))
                .isEqualTo(SocialLoginContract.refused(SocialRefusal.NOT_LINKED));
        assertThat(steps.auth().social().unlink(ana, "merge", null)).isEqualTo(refused(SocialRefusal.NOT_FOUND));
        steps.link(ana, steps.merge, "1", ANA);
        assertThat(user(steps.signIn(steps.merge, "1", ANA, true))).isEqualTo(ana.user());
    }

    @Test
    void an_unlinked_account_stays_out_whoever_links_and_unlinks_it_meanwhile() {
        steps.link(ana, steps.merge, "1", ANA);
        assertThat(steps.auth().social().unlink(ana, "merge", null)).isEqualTo(new SocialResult.Done<>(true));
        steps.link(ben, steps.merge, "1", ANA);
        assertThat(steps.auth().social().unlink(ben, "merge", null)).isEqualTo(new SocialResult.Done<>(true));
        assertThat(steps.signIn(steps.merge, "1", ANA, true))
                .isEqualTo(SocialLoginContract.refused(SocialRefusal.NOT_LINKED));
        steps.link(ana, steps.merge, "1", ANA);
        assertThat(user(steps.signIn(steps.merge, "1", ANA, true))).isEqualTo(ana.user());
    }

    @Test
    void a_sign_in_under_way_by_an_account_ends_with_its_link() {
        steps.link(ana, steps.merge, "1", ANA);
        SecondFactorContract.Enrolled enrolled = SecondFactorContract.enrol(fixture, ana);
        fixture.clock.advance(Duration.ofMinutes(1));
        SocialSignInResult held = steps.signIn(steps.merge, "1", ANA, true);
        assertThat(held).isInstanceOf(SocialSignInResult.SecondFactorRequired.class);
        Secret challenge =
                ((SocialSignInResult.SecondFactorRequired) held).challenge().id();
        assertThat(steps.auth().social().unlink(stepUp(enrolled), "merge", null))
                .isEqualTo(new SocialResult.Done<>(true));
        fixture.clock.advance(Duration.ofMinutes(1));
        FactorProof code = SecondFactorContract.totp(enrolled.app().code());
        assertThat(fixture.auth
                        .secondFactorLogin()
                        .finish(new SecondFactorAttempt(challenge, code, FlowFixture.WEB, false)))
                .isEqualTo(new SecondFactorResult.Refused());
    }

    private Caller stepUp(SecondFactorContract.Enrolled enrolled) {
        FactorProof code = SecondFactorContract.totp(enrolled.app().code());
        StepUpResult result = fixture.auth.stepUp().byFactor(enrolled.caller(), code);
        assertThat(result).isInstanceOf(StepUpResult.Proven.class);
        String access = ((StepUpResult.Proven) result).access().reveal();
        return fixture.auth.sessions().authenticate(access).orElseThrow();
    }

    @Test
    void the_last_way_in_stays() {
        SignIn in = steps.in(steps.signIn(steps.corp, "9", "cleo@acme.example", true))
                .signIn();
        Caller cleo = fixture.caller(in);
        assertThat(steps.auth().social().unlink(cleo, "corp", null))
                .isEqualTo(refused(SocialRefusal.LAST_SIGN_IN_METHOD));
        steps.link(cleo, steps.forum, "9", "cleo@forum.example");
        assertThat(ParallelRun.winners(
                        2,
                        n -> steps.auth().social().unlink(cleo, n == 0 ? "corp" : "forum", null)
                                instanceof SocialResult.Done))
                .isEqualTo(1);
        assertThat(SocialSteps.done(steps.auth().social().accounts(cleo))).hasSize(1);
    }

    @Test
    void of_several_accounts_of_one_provider_one_is_to_be_named() {
        SocialLink first = steps.link(ana, steps.corp, "1", ANA);
        steps.link(ana, steps.corp, "2", ANA);
        assertThat(steps.auth().social().unlink(ana, "corp", null))
                .isEqualTo(refused(SocialRefusal.ACCOUNT_ID_REQUIRED));
        assertThat(steps.auth().social().unlink(ana, "corp", first.accountId()))
                .isEqualTo(new SocialResult.Done<>(true));
    }

    @Test
    void a_browser_goes_there_comes_back_and_is_signed_in_once() {
        SocialStarted started = start(null, "https://shop.acme.example/in?x=1");
        assertThat(steps.auth().social().waiting(started.browser())).isEmpty();
        Secret code = steps.corp.code(steps.corp.person("5", "dora@acme.example", true), started.authorizationUri());
        SocialResult<URI> back = back(started, started.browser(), code, null);
        assertThat(SocialSteps.done(back)).hasToString("https://shop.acme.example/in?x=1&social=done");
        assertThat(back(started, started.browser(), code, null)).isEqualTo(refused(SocialRefusal.INVALID_STATE));
        assertThat(steps.auth().social().waiting(started.browser())).contains(SocialIntent.LOGIN);
        assertThat(finish(started, false)).isEqualTo(SocialLoginContract.refused(SocialRefusal.TERMS_REQUIRED));
        steps.in(finish(started, true));
        assertThat(finish(started, true)).isEqualTo(SocialLoginContract.refused(SocialRefusal.INVALID_TOKEN));
    }

    @Test
    void a_state_is_worth_nothing_in_another_browser_or_at_another_provider() {
        SocialStarted mine = start(null, null);
        SocialStarted other = start(null, null);
        Secret code = steps.corp.code(steps.corp.person("5", ANA, true), mine.authorizationUri());
        assertThat(back(mine, other.browser(), code, null)).isEqualTo(refused(SocialRefusal.INVALID_STATE));
        assertThat(back(mine, null, code, null)).isEqualTo(refused(SocialRefusal.INVALID_STATE));
        assertThat(steps.auth().social().callback(callback("merge", mine, mine.browser(), code, null)))
                .isEqualTo(refused(SocialRefusal.INVALID_STATE));
        assertThat(SocialSteps.done(back(mine, mine.browser(), code, null)))
                .hasToString("https://acme.example/?social=done");
        SocialStarted late = start(null, null);
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(back(late, late.browser(), code, null)).isEqualTo(refused(SocialRefusal.INVALID_STATE));
    }

    @Test
    void a_code_of_another_transaction_is_not_redeemed() {
        SocialStarted attackers = start(null, null);
        Secret code = steps.corp.code(steps.corp.person("6", "eve@acme.example", true), attackers.authorizationUri());
        SocialStarted victims = start(null, null);
        assertThat(SocialSteps.done(back(victims, victims.browser(), code, null)))
                .hasToString("https://acme.example/?social_error=invalid_social_token");
        assertThat(finish(victims, true)).isEqualTo(SocialLoginContract.refused(SocialRefusal.INVALID_TOKEN));
    }

    @Test
    void a_refusal_of_the_site_and_an_outage_are_told_in_the_address() {
        SocialStarted refused = start(null, null);
        assertThat(SocialSteps.done(back(refused, refused.browser(), null, "access_denied")))
                .hasToString("https://acme.example/?social_error=access_denied");
        SocialStarted mixed = start(null, null);
        Secret code = steps.corp.code(steps.corp.person("6", ANA, true), mixed.authorizationUri());
        SocialCallback.Answer answer = new SocialCallback.Answer(state(mixed), code, "https://evil.example", null);
        assertThat(SocialSteps.done(
                        steps.auth().social().callback(new SocialCallback("corp", mixed.browser(), answer, null))))
                .hasToString("https://acme.example/?social_error=invalid_social_token");
        SocialStarted outage = start(null, null);
        Secret good = steps.corp.code(steps.corp.person("6", ANA, true), outage.authorizationUri());
        steps.corp.down(true);
        assertThat(SocialSteps.done(back(outage, outage.browser(), good, null)))
                .hasToString("https://acme.example/?social_error=unavailable");
        assertThat(steps.auth().social().start(new SocialStart("corp", null, null, null)))
                .isEqualTo(refused(SocialRefusal.UNAVAILABLE));
    }

    @Test
    void a_browser_links_for_the_session_that_sent_it() {
        SocialStarted started = start(ana, null);
        Secret code = steps.corp.code(steps.corp.person("7", "x@forum.example", false), started.authorizationUri());
        back(started, started.browser(), code, null);
        assertThat(steps.auth().social().waiting(started.browser())).contains(SocialIntent.LINK);
        Caller elsewhere = fixture.caller(fixture.signedIn(ANA));
        for (Caller stranger : List.of(ben, elsewhere)) {
            assertThat(steps.auth().social().finishLink(stranger, started.browser()))
                    .isEqualTo(refused(SocialRefusal.INVALID_TOKEN));
        }
        assertThat(finish(started, true))
                .as("as a sign-in")
                .isEqualTo(SocialLoginContract.refused(SocialRefusal.INVALID_TOKEN));
        assertThat(steps.auth().social().finishLink(ana, started.browser())).isInstanceOf(SocialResult.Done.class);
        assertThat(steps.auth().social().finishLink(ana, started.browser()))
                .isEqualTo(refused(SocialRefusal.INVALID_TOKEN));
        assertThat(user(steps.signIn(steps.corp, "7", null, false))).isEqualTo(ana.user());
    }

    @Test
    void browsers_are_sent_to_the_hosts_own_addresses_alone() {
        for (String address : List.of(
                "https://evil.example/",
                "https://acme.example.evil.example/",
                "https://acme.example@evil.example/",
                "https://acme.example:8443/",
                "http://acme.example/",
                "//acme.example/",
                "/home",
                "https://acme.example/\\evil.example",
                "https://acme.example/#fragment",
                "javascript:alert(1)")) {
            assertThat(steps.auth().social().start(new SocialStart("corp", null, address, null)))
                    .as(address)
                    .isEqualTo(refused(SocialRefusal.INVALID_RETURN_TO));
        }
        assertThat(steps.auth().social().start(new SocialStart("nobody", null, null, null)))
                .isEqualTo(refused(SocialRefusal.UNKNOWN_PROVIDER));
    }

    @Test
    void a_node_without_providers_serves_nothing() {
        assertThat(fixture.auth.social().providers()).isEmpty();
        assertThat(fixture.auth.social().nonce("corp", null, null)).isEqualTo(refused(SocialRefusal.OFF));
        assertThat(fixture.auth.social().accounts(ana)).isEqualTo(refused(SocialRefusal.OFF));
    }

    private SocialStarted start(@Nullable Caller caller, @Nullable String returnTo) {
        return SocialSteps.done(steps.auth().social().start(new SocialStart("corp", caller, returnTo, "192.0.2.7")));
    }

    private SocialResult<URI> back(
            SocialStarted started, @Nullable Secret browser, @Nullable Secret code, @Nullable String error) {
        return steps.auth().social().callback(callback("corp", started, browser, code, error));
    }

    private static SocialCallback callback(
            String provider,
            SocialStarted started,
            @Nullable Secret browser,
            @Nullable Secret code,
            @Nullable String error) {
        return new SocialCallback(
                provider, browser, new SocialCallback.Answer(state(started), code, null, error), "192.0.2.7");
    }

    private static Secret state(SocialStarted started) {
        return Secret.of(TestSocialProvider.parameter(started.authorizationUri(), "state"));
    }

    private SocialSignInResult finish(SocialStarted started, boolean terms) {
        return steps.auth().social().finish(started.browser(), FlowFixture.WEB, terms);
    }

    private UserId user(SocialSignInResult result) {
        return steps.in(result).signIn().user().id();
    }

    private static <T> SocialResult<T> refused(SocialRefusal why) {
        return new SocialResult.Refused<>(why, null);
    }
}
