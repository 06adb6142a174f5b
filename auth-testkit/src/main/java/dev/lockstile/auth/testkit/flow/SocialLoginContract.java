package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.LoginResult;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialResult;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.social.SocialSignInResult;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.Sessions.RefreshResult;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with an account at another site: by its subject, and by an address only where both sides prove it. */
abstract class SocialLoginContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";

    private SocialSteps steps;

    /** For those who extend it. */
    protected SocialLoginContract() {}

    @BeforeEach
    final void begin() {
        steps = new SocialSteps(fixture);
    }

    @Test
    void a_verified_address_of_nobody_gets_an_account_once_the_terms_are_accepted() {
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        assertThat(attempt.withoutTerms()).isEqualTo(refused(SocialResult.Refusal.TERMS_REQUIRED));
        SocialSignInResult.SignedIn in = steps.in(attempt.signIn());
        assertThat(in.account().userCreated()).isTrue();
        assertThat(in.account().linkedExisting()).isFalse();
        assertThat(in.signIn().user().email()).isEqualTo(ADDRESS);
        assertThat(in.signIn().user().identifiers().email().isVerified()).isTrue();
        assertThat(in.signIn().user().dates().termsAcceptedAt()).isEqualTo(fixture.clock.instant());
        assertThat(in.signIn().active().status().role()).isEqualTo("USER");
        assertThat(in.signIn().active().person().firstName()).isEqualTo("Ana");
        assertThat(attempt.signIn()).as("once").isEqualTo(refused(SocialResult.Refusal.INVALID_TOKEN));
    }

    @Test
    void the_subject_is_the_key_whatever_the_address_becomes() {
        UserId first = user(steps.signIn(steps.corp, "1", ADDRESS, true));
        SocialSignInResult.SignedIn again = steps.in(steps.signIn(steps.corp, "1", "other@acme.example", false));
        assertThat(again.signIn().user().id()).isEqualTo(first);
        assertThat(again.account().userCreated()).isFalse();
        assertThat(steps.in(steps.signIn(steps.corp, "1", null, false))
                        .signIn()
                        .user()
                        .id())
                .isEqualTo(first);
    }

    @Test
    void the_same_subject_of_another_provider_is_somebody_else() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        assertThat(steps.signIn(steps.forum, "1", ADDRESS, true))
                .isEqualTo(refused(SocialResult.Refusal.EMAIL_NOT_VERIFIED));
    }

    @Test
    void the_same_subject_of_another_issuer_is_somebody_else() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        SocialPerson ana = steps.corp.person("1", "other@acme.example", true);
        SocialPerson stranger = new SocialPerson(
                "https://evil.example", "1", ana.email(), true, ana.names(), null, null, ana.tokenDigest());
        assertThat(steps.attempt(steps.corp, stranger).signIn()).isEqualTo(refused(SocialResult.Refusal.NOT_LINKED));
    }

    @Test
    void only_one_cell_of_the_matrix_links_by_itself() {
        fixture.member("proven@acme.example");
        List<String> linked = new ArrayList<>();
        for (TestSocialProvider provider : List.of(steps.corp, steps.merge, steps.forum)) {
            for (boolean verified : List.of(true, false)) {
                SocialSignInResult result = steps.signIn(provider, "m" + verified, "proven@acme.example", verified);
                if (result instanceof SocialSignInResult.SignedIn in) {
                    assertThat(in.account().linkedExisting()).isTrue();
                    linked.add(provider.name() + verified);
                } else {
                    boolean proves = verified && provider.isEmailAuthoritative();
                    assertThat(result)
                            .isEqualTo(refused(
                                    proves
                                            ? SocialResult.Refusal.NOT_LINKED
                                            : SocialResult.Refusal.EMAIL_NOT_VERIFIED));
                }
            }
        }
        assertThat(linked).containsExactly("mergetrue");
    }

    @Test
    void an_address_that_the_provider_does_not_prove_is_refused_whoever_has_it() {
        fixture.member(ADDRESS);
        for (String address : List.of(ADDRESS, "nobody@acme.example")) {
            assertThat(steps.signIn(steps.corp, "1", address, false))
                    .isEqualTo(refused(SocialResult.Refusal.EMAIL_NOT_VERIFIED));
            assertThat(steps.signIn(steps.forum, "1", address, true))
                    .isEqualTo(refused(SocialResult.Refusal.EMAIL_NOT_VERIFIED));
            assertThat(steps.precheck(steps.forum, "1", address, true).userExists())
                    .isFalse();
            assertThat(steps.precheck(steps.corp, "1", address, true).userExists())
                    .isFalse();
        }
        assertThat(steps.signIn(steps.corp, "1", null, true)).isEqualTo(refused(SocialResult.Refusal.EMAIL_MISSING));
    }

    @Test
    void a_precheck_tells_what_a_sign_in_would_do_and_uses_nothing_up() {
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        SocialLogin.Precheck before = attempt.precheck();
        assertThat(before).isEqualTo(new SocialLogin.Precheck("corp", ADDRESS, true, false, false, true, true));
        steps.in(attempt.signIn());
        SocialLogin.Precheck after = steps.precheck(steps.corp, "1", ADDRESS, true);
        assertThat(after).isEqualTo(new SocialLogin.Precheck("corp", ADDRESS, true, true, false, false, true));
        fixture.member("ben@acme.example");
        assertThat(steps.precheck(steps.merge, "2", "ben@acme.example", true).wouldLink())
                .isTrue();
    }

    @Test
    void a_registration_that_waits_for_its_proof_is_worth_nothing_afterwards() {
        fixture.register(FlowFixture.registration(ADDRESS, null, "trojan"));
        var link = fixture.linkOfRegistrant(ADDRESS);
        UserId ana = user(steps.signIn(steps.corp, "1", ADDRESS, true));
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        fixture.auth.accounts().confirmEmail(link);
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(fixture.login("trojan", FlowFixture.PASSWORD)).isInstanceOf(LoginResult.Refused.class);
        assertThat(user(steps.signIn(steps.corp, "1", ADDRESS, true))).isEqualTo(ana);
    }

    @Test
    void an_imported_account_that_nobody_has_proven_is_proven_and_loses_its_password() {
        UserId ana = fixture.people.admitted(ADDRESS, null, null, "letmein-81");
        SignIn before = FlowFixture.signIn(fixture.login(ADDRESS, "letmein-81"));
        assertThat(user(steps.signIn(steps.corp, "1", ADDRESS, true))).isEqualTo(ana);
        assertThat(fixture.login(ADDRESS, "letmein-81")).isInstanceOf(LoginResult.Refused.class);
        assertThat(fixture.auth.sessions().refresh(before.tokens().refresh()))
                .isInstanceOf(RefreshResult.Refused.class);
    }

    @Test
    void nobody_gets_an_account_where_the_host_does_not_allow_it() {
        steps = new SocialSteps(fixture, FlowFixture.settings(), closed -> closed);
        assertThat(steps.signIn(steps.corp, "1", ADDRESS, true)).isEqualTo(refused(SocialResult.Refusal.NOT_LINKED));
        fixture.member(ADDRESS);
        assertThat(steps.signIn(steps.corp, "1", ADDRESS, true)).isEqualTo(refused(SocialResult.Refusal.NOT_LINKED));
    }

    @Test
    void of_fifty_first_sign_ins_of_one_person_one_opens_the_account() {
        List<SocialSteps.Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            attempts.add(steps.attempt(steps.corp, "1", ADDRESS, true));
        }
        List<SocialSignInResult> results =
                ParallelRun.run(50, n -> attempts.get(n).signIn());
        assertThat(results).allMatch(SocialSignInResult.SignedIn.class::isInstance);
        assertThat(results.stream().map(this::user).distinct()).hasSize(1);
        assertThat(results.stream().filter(in -> steps.in(in).account().userCreated()))
                .hasSize(1);
    }

    @Test
    void of_many_uses_of_one_proof_one_is_a_session() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        assertThat(ParallelRun.winners(20, n -> attempt.signIn() instanceof SocialSignInResult.SignedIn))
                .isEqualTo(1);
    }

    @Test
    void a_token_is_good_for_its_own_transaction_alone() {
        SocialSteps.Attempt own = steps.attempt(steps.corp, "1", ADDRESS, true);
        SocialSteps.Attempt other = steps.attempt(steps.corp, "2", "ben@acme.example", true);
        SocialSteps.Attempt elsewhere = steps.attempt(steps.merge, "2", "ben@acme.example", true);
        assertThat(own.in(other).signIn()).as("another nonce").isEqualTo(refused(SocialResult.Refusal.INVALID_TOKEN));
        assertThat(own.in(elsewhere).signIn())
                .as("another provider's")
                .isEqualTo(refused(SocialResult.Refusal.INVALID_TOKEN));
        assertThat(own.inNone().signIn()).isEqualTo(refused(SocialResult.Refusal.TRANSACTION_REQUIRED));
        fixture.clock.advance(Duration.ofMinutes(10));
        assertThat(own.signIn()).as("too late").isEqualTo(refused(SocialResult.Refusal.INVALID_TOKEN));
    }

    @Test
    void without_a_nonce_each_token_is_good_once_and_while_it_is_young() {
        steps = new SocialSteps(
                fixture, FlowFixture.settings(), closed -> closed.allowSignUp().allowIdTokenWithoutNonce());
        SocialSteps.Attempt attempt = steps.withoutNonce(steps.corp, "1", ADDRESS);
        steps.in(attempt.signIn());
        assertThat(attempt.signIn()).isEqualTo(refused(SocialResult.Refusal.INVALID_TOKEN));
        SocialSteps.Attempt old = steps.withoutNonce(steps.corp, "1", ADDRESS);
        fixture.clock.advance(Duration.ofMinutes(6));
        assertThat(old.signIn()).isEqualTo(refused(SocialResult.Refusal.INVALID_TOKEN));
    }

    @Test
    void a_disabled_and_a_deleted_account_stay_shut() {
        UserId ana = user(steps.signIn(steps.corp, "1", ADDRESS, true));
        fixture.auth.admin().disable(ana);
        assertThat(steps.signIn(steps.corp, "1", ADDRESS, true)).isEqualTo(refused(SocialResult.Refusal.INVALID_TOKEN));
        assertThat(steps.precheck(steps.corp, "1", ADDRESS, true).canLogin()).isFalse();
        fixture.auth.admin().delete(ana);
        assertThat(user(steps.signIn(steps.corp, "1", ADDRESS, true)))
                .as("the address and the account there are free again")
                .isNotEqualTo(ana);
    }

    @Test
    void a_provider_that_is_down_says_nothing_of_the_person() {
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        steps.corp.down(true);
        assertThat(attempt.signIn()).isEqualTo(refused(SocialResult.Refusal.UNAVAILABLE));
        steps.corp.down(false);
        steps.in(attempt.signIn());
    }

    @Test
    void a_second_factor_is_asked_for_and_no_address_links_past_one() {
        fixture.member(ADDRESS);
        Caller ana = fixture.caller(fixture.signedIn(ADDRESS));
        steps.link(ana, steps.merge, "1", ADDRESS);
        SecondFactorContract.enrol(fixture, ana);
        assertThat(steps.signIn(steps.merge, "1", ADDRESS, true))
                .isInstanceOf(SocialSignInResult.SecondFactorRequired.class);
        assertThat(steps.signIn(steps.merge, "2", ADDRESS, true)).isEqualTo(refused(SocialResult.Refusal.NOT_LINKED));
    }

    @Test
    void tokens_name_the_provider_and_go_on_doing_so() {
        SignIn in = steps.in(steps.signIn(steps.corp, "1", ADDRESS, true)).signIn();
        assertThat(fixture.caller(in).context().provider()).isEqualTo("corp");
        assertThat(fixture.caller(in).context().methods()).isEmpty();
        RefreshResult next = fixture.auth.sessions().refresh(in.tokens().refresh());
        assertThat(next).isInstanceOf(RefreshResult.Refreshed.class);
        String access = ((RefreshResult.Refreshed) next).tokens().access().reveal();
        assertThat(fixture.auth
                        .sessions()
                        .authenticate(access)
                        .orElseThrow()
                        .context()
                        .provider())
                .isEqualTo("corp");
    }

    @Test
    void a_mobile_client_names_its_device_before_anything_is_used_up() {
        SocialSteps.Attempt attempt = steps.attempt(steps.corp, "1", ADDRESS, true);
        assertThat(attempt.from(new ClientInfo(ClientKind.MOBILE, null, "192.0.2.8", null)))
                .isEqualTo(new SocialSignInResult.DeviceRequired());
        steps.in(attempt.from(FlowFixture.PHONE_APP));
    }

    @Test
    void a_network_has_so_many_sign_ins_in_a_minute() {
        steps = new SocialSteps(
                fixture, FlowFixture.settings().withThrottles(ThrottleSettings.owasp()), SocialSettings::allowSignUp);
        SocialSignInResult last = steps.wrong(steps.corp);
        for (int i = 1; i < 40; i++) {
            last = steps.wrong(steps.corp);
        }
        assertThat(last).isInstanceOf(SocialSignInResult.Refused.class);
        assertThat(((SocialSignInResult.Refused) last).why()).isEqualTo(SocialResult.Refusal.THROTTLED);
        assertThat(((SocialSignInResult.Refused) last).retryAt()).isNotNull();
    }

    @Test
    void a_sign_in_and_a_refusal_are_told() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        assertThat(fixture.events).anyMatch(AuthEvent.Registered.class::isInstance);
        assertThat(fixture.events)
                .last()
                .isInstanceOfSatisfying(
                        AuthEvent.SignedIn.class,
                        event -> assertThat(event.method()).isEqualTo("social corp"));
        steps.signIn(steps.forum, "2", ADDRESS, true);
        assertThat(fixture.events).last().isInstanceOf(AuthEvent.SignInFailed.class);
    }

    @Test
    void an_imported_account_signs_in_by_its_subject_and_nobody_elses() {
        UserId ana = fixture.people.admitted(ADDRESS, null, null, "letmein-81");
        steps.imported(ana, "corp", "77");
        assertThat(user(steps.signIn(steps.corp, "77", null, false))).isEqualTo(ana);
        assertThat(steps.signIn(steps.corp, "78", null, false)).isEqualTo(refused(SocialResult.Refusal.EMAIL_MISSING));
        assertThat(user(steps.signIn(steps.corp, "77", null, false))).isEqualTo(ana);
    }

    static SocialSignInResult refused(SocialResult.Refusal why) {
        return new SocialSignInResult.Refused(why, null);
    }

    private UserId user(SocialSignInResult result) {
        return steps.in(result).signIn().user().id();
    }
}
