package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialCallback;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialLogin.SocialClaim;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proof of another site is good for, and how often; and what is told and counted of it. */
abstract class SocialProofContract extends FlowContract {

    private static final String ANA = "ana@acme.example";

    private SocialSteps steps;

    /** For those who extend it. */
    protected SocialProofContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
    }

    @Test
    void a_token_that_was_used_in_its_transaction_is_no_use_without_one() {
        allowWithoutNonce();
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, young("1"));
        steps.in(attempt.signIn());
        assertThat(attempt.inNone().signIn()).isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
        SocialSteps.Attempt other = steps.attempt(steps.corp, young("1"));
        steps.in(other.inNone().signIn());
        assertThat(other.signIn())
                .as("and the other way round")
                .isEqualTo(SocialLoginContract.refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void of_many_uses_of_a_token_with_and_without_its_transaction_one_is_a_session() {
        allowWithoutNonce();
        steps.in(steps.attempt(steps.corp, young("1")).signIn());
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, young("1"));
        assertThat(ParallelRun.winners(
                        10, n -> (n % 2 == 0 ? attempt : attempt.inNone()).signIn() instanceof Outcome.Done<SignIn>))
                .isEqualTo(1);
    }

    @Test
    void a_name_that_no_provider_has_is_told_to_nobody() {
        String name = "evil\n<script>";
        SocialClaim claim = new SocialClaim(name, Secret.of("t"), new SocialProof.IdToken(Secret.of("a.b.c"), null));
        assertThat(steps.auth().social().signIn(new SocialLogin.Attempt(claim, FlowFixture.WEB, true)))
                .isEqualTo(SocialLoginContract.refused(Refusal.UNKNOWN_PROVIDER));
        assertThat(fixture.events)
                .last()
                .isInstanceOfSatisfying(
                        AuthEvent.SignInFailed.class,
                        event -> assertThat(event.method()).isEqualTo("social unknown"));
        assertThat(fixture.events).noneMatch(event -> event.toString().contains("evil"));
    }

    @Test
    void names_of_providers_are_tried_at_the_cost_of_the_network() {
        steps = new SocialSteps(
                fixture, FlowFixture.settings().withThrottles(ThrottleSettings.owasp()), SocialSettings::allowSignUp);
        Outcome<?> last = steps.auth().social().nonce("nobody", null, "192.0.2.7");
        for (int i = 1; i < 40; i++) {
            last = steps.auth().social().nonce("nobody", null, "192.0.2.7");
        }
        assertThat(last.refusal().orElseThrow()).isEqualTo(Refusal.THROTTLED);
    }

    @Test
    void a_callback_that_failed_is_told_as_a_refusal() {
        SocialLogin.Started started =
                SocialSteps.done(steps.auth().social().start(new SocialLogin.Start("corp", null, null, "192.0.2.7")));
        SocialCallback.Answer answer =
                new SocialCallback.Answer(parameter(started, "state"), null, null, "access_denied");
        Outcome<URI> back =
                steps.auth().social().callback(new SocialCallback("corp", started.browser(), answer, "192.0.2.7"));
        assertThat(SocialSteps.done(back)).hasToString("https://acme.example/?social_error=access_denied");
        assertThat(fixture.events).last().isInstanceOfSatisfying(AuthEvent.Refused.class, event -> {
            assertThat(event.operation()).isEqualTo(Operation.SOCIAL_REQUEST);
            assertThat(event.reason()).isEqualTo("access_denied");
        });
    }

    @Test
    void a_precheck_redeems_no_code() {
        SocialLogin.Started started =
                SocialSteps.done(steps.auth().social().start(new SocialLogin.Start("corp", null, null, "192.0.2.7")));
        Secret code = steps.corp.code(steps.corp.person("1", ANA, true), started.authorizationUri());
        Secret transaction = SocialSteps.done(steps.auth().social().nonce("corp", null, "192.0.2.7"))
                .transactionId();
        SocialProof proof =
                new SocialProof.Code(code, steps.corp.redirectUri(), Secret.of("verifier"), null, null, null);
        assertThat(steps.auth().social().precheck(new SocialClaim("corp", transaction, proof), "192.0.2.7"))
                .isEqualTo(Outcome.refused(Refusal.CODE_NOT_CHECKED));
        SocialCallback.Answer answer = new SocialCallback.Answer(parameter(started, "state"), code, null, null);
        assertThat(SocialSteps.done(steps.auth()
                        .social()
                        .callback(new SocialCallback("corp", started.browser(), answer, "192.0.2.7"))))
                .as("the code is still good")
                .hasToString("https://acme.example/?social=done");
    }

    @Test
    void a_person_who_is_too_long_to_be_kept_for_a_browser_is_refused() {
        String longest = "\u4e2d".repeat(255);
        SocialPerson person = steps.corp.personOf("https://corp.example", longest, ANA, true);
        assertThat(comesBack(person)).hasToString("https://acme.example/?social=done");
        assertThat(comesBack(steps.corp.personOf(longest, longest, null, false)))
                .hasToString("https://acme.example/?social_error=invalid_social_token");
    }

    private URI comesBack(SocialPerson person) {
        SocialLogin.Started started =
                SocialSteps.done(steps.auth().social().start(new SocialLogin.Start("corp", null, null, "192.0.2.7")));
        Secret code = steps.corp.code(person, started.authorizationUri());
        SocialCallback.Answer answer = new SocialCallback.Answer(parameter(started, "state"), code, null, null);
        return SocialSteps.done(
                steps.auth().social().callback(new SocialCallback("corp", started.browser(), answer, "192.0.2.7")));
    }

    @Test
    void a_precheck_opens_no_account_on_an_address_that_is_still_to_be_imported() {
        FakeLegacySystem legacy = new FakeLegacySystem(fixture);
        TestSocialProvider corp = TestSocialProvider.named("corp").authoritative();
        Auth node = fixture.nodeWith(
                builder -> builder.social(SocialSettings.of(corp).allowSignUp()).legacy(legacy));
        SocialLogin.Nonce begun = SocialSteps.done(node.social().nonce("corp", null, "192.0.2.7"));
        SocialProof proof = corp.idToken(corp.person("1", FakeLegacySystem.ADDRESS, true), begun.nonce());
        SocialClaim claim = new SocialClaim("corp", begun.transactionId(), proof);
        SocialLogin.Precheck said = SocialSteps.done(node.social().precheck(claim, "192.0.2.7"));
        assertThat(said.wouldCreateUser()).isFalse();
        assertThat(legacy.asked).doesNotContain("bring in");
    }

    @Test
    void a_link_is_for_the_session_that_began_it() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        SocialSteps.Attempt anonymous = steps.attempt(steps.corp, steps.corp.person("1", ANA, true));
        assertThat(anonymous.link(ana)).isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
        SocialSteps.Attempt own = steps.attempt(steps.corp, steps.corp.person("1", ANA, true), ana);
        assertThat(own.link(ana)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_link_takes_no_token_without_a_transaction() {
        allowWithoutNonce();
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        assertThat(steps.withoutNonce(steps.corp, "1", ANA).link(ana)).isEqualTo(refused(Refusal.TRANSACTION_REQUIRED));
    }

    @Test
    void an_imported_account_of_many_tenants_signs_in_once_its_owner_has_linked_it() {
        TestSocialProvider tenants = TestSocialProvider.named("tenants").ofManyIssuers();
        fixture.member(ANA);
        UserId ana = fixture.signedIn(ANA).user().id();
        steps = new SocialSteps(fixture, tenants);
        steps.imported(ana, "tenants", "77");
        SocialPerson person = tenants.person("77", ANA, true);
        assertThat(steps.attempt(tenants, person).signIn())
                .isEqualTo(SocialLoginContract.refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
        Caller caller = fixture.caller(fixture.signedIn(ANA));
        assertThat(steps.link(caller, tenants, "77", ANA).created()).isFalse();
        assertThat(steps.in(steps.attempt(tenants, person).signIn()).user().id())
                .isEqualTo(ana);
        assertThat(steps.attempt(tenants, tenants.personOf("https://other.example", "77", ANA, true))
                        .signIn())
                .as("the same subject of another tenant")
                .isEqualTo(SocialLoginContract.refused(Refusal.SOCIAL_EMAIL_NOT_VERIFIED));
    }

    private void allowWithoutNonce() {
        steps = new SocialSteps(
                fixture, FlowFixture.settings(), closed -> closed.allowSignUp().allowIdTokenWithoutNonce());
    }

    private SocialPerson young(String subject) {
        SocialPerson person = steps.corp.person(subject, ANA, true);
        return new SocialPerson(
                person.issuer(),
                subject,
                ANA,
                true,
                person.names(),
                null,
                fixture.clock.instant(),
                person.tokenDigest());
    }

    private static Secret parameter(SocialLogin.Started started, String name) {
        return Secret.of(TestSocialProvider.parameter(started.authorizationUri(), name));
    }

    private static Outcome<SocialLogin.Link> refused(Refusal why) {
        return Outcome.refused(why);
    }
}
