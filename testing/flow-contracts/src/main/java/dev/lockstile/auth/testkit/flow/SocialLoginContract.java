package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.TestSocialProvider;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        assertThat(attempt.withoutTerms()).isEqualTo(refused(Refusal.TERMS_REQUIRED));
        SignIn in = steps.in(attempt.signIn());
        assertThat(account(in).userCreated()).isTrue();
        assertThat(account(in).linkedExisting()).isFalse();
        assertThat(in.user().email()).isEqualTo(ADDRESS);
        assertThat(in.user().identifiers().email().isVerified()).isTrue();
        assertThat(in.user().dates().termsAcceptedAt()).isEqualTo(fixture.clock.instant());
        assertThat(in.active().status().role()).isEqualTo("USER");
        assertThat(in.active().person().firstName()).isEqualTo("Ana");
        assertThat(attempt.signIn()).as("once").isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
    }

    @Test
    void what_was_registered_on_the_address_before_keeps_no_password() {
        List<UserId> opened = new ArrayList<>();
        steps.auth().registrations().register(FlowFixture.registration(ADDRESS, null, null), account -> {
            opened.add(account.user().id());
            return Verdict.allow();
        });
        UserId ana = user(steps.signIn(steps.corp, "1", ADDRESS, true));
        assertThat(opened).singleElement().isNotEqualTo(ana);
        assertThat(fixture.store.<Optional<Secret>>read(
                        tx -> tx.users().byId(opened.get(0)).map(StoredUser::passwordHash)))
                .isEmpty();
    }

    @Test
    void the_subject_is_the_key_whatever_the_address_becomes() {
        UserId first = user(steps.signIn(steps.corp, "1", ADDRESS, true));
        SignIn again = steps.in(steps.signIn(steps.corp, "1", "other@acme.example", false));
        assertThat(again.user().id()).isEqualTo(first);
        assertThat(account(again).userCreated()).isFalse();
        assertThat(steps.in(steps.signIn(steps.corp, "1", null, false)).user().id())
                .isEqualTo(first);
    }

    @Test
    void the_same_subject_of_another_provider_is_somebody_else() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        assertThat(steps.signIn(steps.forum, "1", ADDRESS, true)).isEqualTo(refused(Refusal.SOCIAL_EMAIL_NOT_VERIFIED));
    }

    @Test
    void the_same_subject_of_another_issuer_is_somebody_else() {
        steps.signIn(steps.corp, "1", ADDRESS, true);
        SocialPerson ana = steps.corp.person("1", "other@acme.example", true);
        SocialPerson stranger = new SocialPerson(
                "https://evil.example", "1", ana.email(), true, ana.names(), null, null, ana.tokenDigest());
        assertThat(steps.attempt(steps.corp, stranger).signIn()).isEqualTo(refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
    }

    @Test
    void only_one_cell_of_the_matrix_links_by_itself() {
        fixture.member("proven@acme.example");
        List<String> linked = new ArrayList<>();
        for (TestSocialProvider provider : List.of(steps.corp, steps.merge, steps.forum)) {
            for (boolean verified : List.of(true, false)) {
                Outcome<SignIn> result = steps.signIn(provider, "m" + verified, "proven@acme.example", verified);
                if (result instanceof Outcome.Done<SignIn> in) {
                    assertThat(account(in.value()).linkedExisting()).isTrue();
                    linked.add(provider.name() + verified);
                } else {
                    boolean proves = verified && provider.isEmailAuthoritative();
                    assertThat(result)
                            .isEqualTo(refused(
                                    proves ? Refusal.SOCIAL_ACCOUNT_NOT_LINKED : Refusal.SOCIAL_EMAIL_NOT_VERIFIED));
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
                    .isEqualTo(refused(Refusal.SOCIAL_EMAIL_NOT_VERIFIED));
            assertThat(steps.signIn(steps.forum, "1", address, true))
                    .isEqualTo(refused(Refusal.SOCIAL_EMAIL_NOT_VERIFIED));
            assertThat(steps.precheck(steps.forum, "1", address, true).userExists())
                    .isFalse();
            assertThat(steps.precheck(steps.corp, "1", address, true).userExists())
                    .isFalse();
        }
        assertThat(steps.signIn(steps.corp, "1", null, true)).isEqualTo(refused(Refusal.SOCIAL_EMAIL_MISSING));
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
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        fixture.auth.registrations().confirmEmail(link);
        assertThat(fixture.login(ADDRESS, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("trojan", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(user(steps.signIn(steps.corp, "1", ADDRESS, true))).isEqualTo(ana);
    }

    @Test
    void an_imported_account_that_nobody_has_proven_is_proven_and_loses_its_password() {
        UserId ana = fixture.people.admitted(ADDRESS, null, null, "letmein-81");
        SignIn before = FlowFixture.signIn(fixture.login(ADDRESS, "letmein-81"));
        assertThat(user(steps.signIn(steps.corp, "1", ADDRESS, true))).isEqualTo(ana);
        assertThat(fixture.login(ADDRESS, "letmein-81")).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.sessions().refresh(before.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
    }

    @Test
    void nobody_gets_an_account_where_the_host_does_not_allow_it() {
        steps = new SocialSteps(fixture, FlowFixture.settings(), closed -> closed);
        assertThat(steps.signIn(steps.corp, "1", ADDRESS, true)).isEqualTo(refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
        fixture.member(ADDRESS);
        assertThat(steps.signIn(steps.corp, "1", ADDRESS, true)).isEqualTo(refused(Refusal.SOCIAL_ACCOUNT_NOT_LINKED));
    }

    @Test
    void of_fifty_first_sign_ins_of_one_person_one_opens_the_account() {
        List<SocialSteps.Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            attempts.add(steps.attempt(steps.corp, "1", ADDRESS, true));
        }
        List<Outcome<SignIn>> results = ParallelRun.run(50, n -> attempts.get(n).signIn());
        assertThat(results).allMatch(Outcome.Done.class::isInstance);
        assertThat(results.stream().map(this::user).distinct()).hasSize(1);
        assertThat(results.stream().filter(in -> account(steps.in(in)).userCreated()))
                .hasSize(1);
    }

    @Test
    void an_imported_account_signs_in_by_its_subject_and_nobody_elses() {
        UserId ana = fixture.people.admitted(ADDRESS, null, null, "letmein-81");
        steps.imported(ana, "corp", "77");
        assertThat(user(steps.signIn(steps.corp, "77", null, false))).isEqualTo(ana);
        assertThat(steps.signIn(steps.corp, "78", null, false)).isEqualTo(refused(Refusal.SOCIAL_EMAIL_MISSING));
        assertThat(user(steps.signIn(steps.corp, "77", null, false))).isEqualTo(ana);
    }

    @Test
    void a_disabled_and_a_deleted_account_stay_shut() {
        UserId ana = user(steps.signIn(steps.corp, "1", ADDRESS, true));
        fixture.auth.admin().disable(ana);
        assertThat(steps.signIn(steps.corp, "1", ADDRESS, true)).isEqualTo(refused(Refusal.INVALID_SOCIAL_TOKEN));
        assertThat(steps.precheck(steps.corp, "1", ADDRESS, true).canLogin()).isFalse();
        fixture.auth.admin().delete(ana);
        assertThat(user(steps.signIn(steps.corp, "1", ADDRESS, true)))
                .as("the address and the account there are free again")
                .isNotEqualTo(ana);
    }

    static Outcome<SignIn> refused(Refusal why) {
        return Outcome.refused(why);
    }

    private UserId user(Outcome<SignIn> result) {
        return steps.in(result).user().id();
    }

    private static SignIn.ProviderAccount account(SignIn in) {
        return Objects.requireNonNull(in.extras().account());
    }
}
