package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialAdministration.Account;
import dev.lockstile.auth.social.SocialAdministration.Owner;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an administrator sees of people's accounts at other sites, and taking one away. */
abstract class SocialAdministrationContract extends SocialAdministrationSteps {

    private static final String CLEO = "cleo@acme.example";

    /** For those who extend it. */
    protected SocialAdministrationContract() {}

    @Test
    void whoever_is_no_superuser_is_refused() {
        fixture.auth
                .admin()
                .createAdministratorAs(root, new NewAdmin("staff@acme.example", ROOT_PASSWORD, NewAdmin.Rank.STAFF));
        Caller staff = fixture.caller(FlowFixture.signIn(fixture.login("staff@acme.example", ROOT_PASSWORD.reveal())));
        for (Caller caller : List.of(ana, staff)) {
            refuses(caller, ANA, Refusal.FORBIDDEN);
        }
        assertThat(linkedOf(ANA)).hasSize(1);
    }

    @Test
    void the_own_account_and_those_of_other_superusers_are_refused() {
        String own = steps.link(root, steps.forum, "7", ROOT).accountId();
        assertThat(administration().unlinkAs(root, Owner.named(ROOT), own, WHY)).isEqualTo(refused(Refusal.FORBIDDEN));
        refuses(root, ROOT, Refusal.FORBIDDEN);
        fixture.auth
                .admin()
                .createAdministratorAs(root, new NewAdmin("boss@acme.example", ROOT_PASSWORD, NewAdmin.Rank.SUPERUSER));
        refuses(root, "boss@acme.example", Refusal.FORBIDDEN);
        assertThat(linkedOf(ROOT)).hasSize(1);
    }

    @Test
    void a_recent_proof_and_a_session_that_lives_are_needed() {
        fixture.clock.advance(Duration.ofMinutes(11));
        refuses(root, ANA, Refusal.STEP_UP_REQUIRED);
        Caller fresh = rootCaller();
        fixture.auth.sessions().logout(fresh);
        refuses(fresh, ANA, Refusal.SESSION_ENDED);
        assertThat(linkedOf(ANA)).hasSize(1);
    }

    @Test
    void nobody_by_that_name_and_the_account_of_another_person_are_not_found() {
        refuses(root, "nobody@acme.example", Refusal.NOT_FOUND);
        fixture.member("ben@acme.example");
        for (String id : List.of(linked, "987654321", "none", "")) {
            assertThat(administration().unlinkAs(root, Owner.named("ben@acme.example"), id, WHY))
                    .isEqualTo(refused(Refusal.SOCIAL_NOT_FOUND));
        }
        assertThat(linkedOf(ANA)).hasSize(1);
    }

    @Test
    void somebody_is_meant_by_key_too_until_the_account_is_deleted() {
        assertThat(administration().accountsAs(root, Owner.of(root.user()))).isEqualTo(refused(Refusal.FORBIDDEN));
        assertThat(SocialSteps.done(administration().accountsAs(root, Owner.of(ana.user()))))
                .isEqualTo(linkedOf(ANA))
                .hasSize(1);
        fixture.auth.admin().delete(ana.user());
        assertThat(administration().accounts(Owner.of(ana.user()))).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(administration().unlinkAs(root, Owner.of(ana.user()), linked, WHY))
                .isEqualTo(refused(Refusal.NOT_FOUND));
    }

    @Test
    void a_reason_of_other_signs_is_none() {
        for (String reason : List.of("", "x".repeat(61), "line\nbreak", "añadido")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> administration().unlinkAs(root, Owner.named(ANA), linked, reason));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> administration().unlink(Owner.named(ANA), linked, reason));
        }
        assertThat(linkedOf(ANA)).hasSize(1);
    }

    @Test
    void a_node_without_providers_serves_nothing() {
        SocialAdministration off = fixture.auth.socialAdministration();
        assertThat(off.accountsAs(root, Owner.named(ANA))).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
        assertThat(off.unlinkAs(root, Owner.named(ANA), linked, WHY)).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
        assertThat(off.accounts(Owner.named(ANA))).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
        assertThat(off.unlink(Owner.named(ANA), linked, WHY)).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
    }

    @Test
    void the_last_way_in_stays_and_so_do_its_sessions() {
        SignIn cleo = steps.in(steps.signIn(steps.corp, "9", CLEO, true));
        String only = linkedOf(CLEO).get(0).linked().id();
        assertThat(administration().unlinkAs(root, Owner.named(CLEO), only, WHY))
                .isEqualTo(refused(Refusal.LAST_SIGN_IN_METHOD));
        assertThat(administration().unlink(Owner.named(CLEO), only, WHY))
                .isEqualTo(refused(Refusal.LAST_SIGN_IN_METHOD));
        SocialLogin.Link other = steps.link(fixture.caller(cleo), steps.forum, "9", "cleo@forum.example");
        List<String> both = List.of(only, other.accountId());
        assertThat(ParallelRun.winners(
                        2, n -> administration().unlink(Owner.named(CLEO), both.get(n), WHY) instanceof Outcome.Done))
                .isEqualTo(1);
        assertThat(linkedOf(CLEO)).hasSize(1);
    }

    @Test
    void of_a_disabled_person_it_is_taken_away_unless_it_is_the_last_way_in() {
        fixture.auth.admin().disable(ana.user());
        assertThat(administration().unlinkAs(root, Owner.named(ANA), linked, WHY))
                .isEqualTo(Outcome.done(true));
        assertThat(linkedOf(ANA)).isEmpty();
        fixture.auth.admin().enable(ana.user());
        assertThat(steps.precheck(steps.corp, "1", "ana@corp.example", true).linked())
                .isFalse();
        SignIn cleo = steps.in(steps.signIn(steps.corp, "9", CLEO, true));
        fixture.auth.admin().disable(cleo.user().id());
        String only = linkedOf(CLEO).get(0).linked().id();
        assertThat(administration().unlinkAs(root, Owner.named(CLEO), only, WHY))
                .isEqualTo(refused(Refusal.LAST_SIGN_IN_METHOD));
    }

    @Test
    void of_many_who_take_it_away_at_once_one_does() {
        int before = letters();
        assertThat(ParallelRun.winners(
                        8, n -> administration().unlinkAs(root, Owner.named(ANA), linked, WHY) instanceof Outcome.Done))
                .isEqualTo(1);
        assertThat(letters()).isEqualTo(before + 1);
    }

    @Test
    void the_list_tells_what_the_owner_sees_and_whether_it_is_suspended() {
        steps.signIn(steps.corp, "1", "ana@corp.example", true);
        disabled("jti-1");
        String second = steps.link(fixture.caller(fixture.signedIn(ANA)), steps.forum, "1", "ana@forum.example")
                .accountId();
        List<Account> seen = SocialSteps.done(administration().accountsAs(root, Owner.named(ANA)));
        assertThat(seen).extracting(Account::suspended).containsExactly(true, false);
        assertThat(seen).extracting(account -> account.linked().id()).containsExactly(linked, second);
        assertThat(seen)
                .extracting(Account::linked)
                .isEqualTo(SocialSteps.done(steps.auth().social().accounts(fixture.caller(fixture.signedIn(ANA)))));
        assertThat(seen.get(0).linked().lastLoginAt()).isNotNull();
    }

    @Test
    void an_unlinked_account_stays_out_its_sessions_end_and_its_owner_is_told() {
        SignIn byCorp = steps.in(steps.signIn(steps.corp, "1", "ana@corp.example", true));
        SignIn byPassword = fixture.signedIn(ANA);
        int before = letters();
        assertThat(administration().unlinkAs(root, Owner.named(ANA), linked, WHY))
                .isEqualTo(Outcome.done(true));
        assertThat(lives(byCorp)).isFalse();
        assertThat(lives(byPassword))
                .as("whoever linked it may be in by another")
                .isFalse();
        assertThat(steps.precheck(steps.corp, "1", "ana@corp.example", true).linked())
                .isFalse();
        assertThat(letters()).isEqualTo(before + 1);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .contains("social unlinked: corp, by user " + root.user() + ": ticket 7, session " + root.session());
        assertThat(administration().unlinkAs(root, Owner.named(ANA), linked, WHY))
                .isEqualTo(refused(Refusal.SOCIAL_NOT_FOUND));
        assertThat(fixture.signedIn(ANA).user().id()).isEqualTo(ana.user());
    }

    @Test
    void a_sign_in_under_way_ends_with_it_and_a_reset_of_factors_that_waits_is_called_off() {
        List<Secret> codes = SecondFactorContract.enrol(fixture, ana).recoveryCodes();
        assertThat(fixture.nodeWithFactors(SecondFactorSettings.optional().withAdministratorWait(Duration.ofHours(24)))
                        .factorAdministration()
                        .reset(ana.user(), WHY))
                .isEqualTo(FactorAdministration.Reset.WAITING);
        Secret begun = ((Outcome.SecondFactorRequired<SignIn>) fixture.login(ANA, FlowFixture.PASSWORD))
                .challenge()
                .id();
        assertThat(administration().unlink(Owner.of(ana.user()), linked, WHY)).isEqualTo(Outcome.done(true));
        assertThat(fixture.auth
                        .secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(
                                begun, new FactorProof.RecoveryCode(codes.get(0)), FlowFixture.WEB, false)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        assertThat(fixture.events)
                .extracting(AuthEvent::detail)
                .contains(
                        "social unlinked: corp, by an administrator: ticket 7", "reset called off as all sessions end");
    }

    @Test
    void the_hosts_own_code_needs_no_caller_and_reaches_superusers() {
        String own = steps.link(root, steps.forum, "7", ROOT).accountId();
        assertThat(administration().accounts(Owner.named("nobody@acme.example")))
                .isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(administration().unlink(Owner.named("nobody@acme.example"), own, WHY))
                .isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(administration().unlink(Owner.named(ANA), own, WHY)).isEqualTo(refused(Refusal.SOCIAL_NOT_FOUND));
        assertThat(administration().unlink(Owner.named(ROOT), own, WHY)).isEqualTo(Outcome.done(true));
        assertThat(linkedOf(ROOT)).isEmpty();
        assertThat(fixture.events)
                .extracting(AuthEvent::detail)
                .contains("social unlinked: forum, by an administrator: ticket 7");
    }

    @Test
    void a_refusal_is_told_with_its_reason_and_the_caller() {
        fixture.events.clear();
        refuses(ana, ROOT, Refusal.FORBIDDEN);
        assertThat(fixture.events)
                .extracting(AuthEvent::name, AuthEvent::user, AuthEvent::detail)
                .contains(
                        tuple("authn_social_request_fail", ana.user(), "SOCIAL_REQUEST forbidden"),
                        tuple(
                                "authn_factor_change_fail",
                                ana.user(),
                                "FACTOR_CHANGE forbidden, by user " + ana.user() + ", session " + ana.session()
                                        + ": ticket 7"));
    }
}
