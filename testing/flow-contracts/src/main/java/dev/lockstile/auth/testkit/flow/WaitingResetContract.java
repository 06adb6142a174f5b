package dev.lockstile.auth.testkit.flow;

import static dev.lockstile.auth.testkit.flow.SecondFactorContract.enrol;
import static dev.lockstile.auth.testkit.flow.SecondFactorContract.totp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.AccountFactors;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.RecoveryCodeSet;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator's reset of factors where the host lets it wait: the owner is told at once and may call it off. */
abstract class WaitingResetContract extends FlowContract {

    private static final String ADDRESS = "ana@acme.example";
    private static final Duration WAIT = Duration.ofHours(24);
    private static final String ROOT = "root@acme.example";
    private static final int MANY = 8;

    private Auth node;
    private SecondFactorContract.Enrolled ana;

    @BeforeEach
    final void enrolAna() {
        node = fixture.nodeWithFactors(SecondFactorSettings.optional().withAdministratorWait(WAIT));
        fixture.member(ADDRESS);
        ana = enrol(fixture, fixture.caller(fixture.signedIn(ADDRESS)));
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.deliver();
    }

    @Test
    void it_changes_nothing_until_the_time_is_over_and_its_owner_is_told_at_once() {
        int letters = letters();
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(letters()).isEqualTo(letters + 1);
        assertThat(fixture.postbox.lastTo(ADDRESS).text())
                .containsPattern("Se quitarán el 2 de marzo de 2026.* 12:01 UTC, si no lo impides");
        fixture.clock.advance(WAIT.minusSeconds(1));
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(letters()).as("told once").isEqualTo(letters + 1);
        assertThat(signIn()).isInstanceOf(Outcome.SecondFactorRequired.class);
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(letters()).isEqualTo(letters + 2);
        assertThat(signIn()).isInstanceOf(Outcome.Done.class);
        assertThat(told())
                .containsSubsequence(
                        "reset asked for by an administrator: ticket 7", "reset by an administrator: ticket 7");
    }

    @Test
    void the_administration_sees_what_an_account_has_and_when_a_reset_is_due() {
        FactorAdministration administration = node.factorAdministration();
        UserId user = ana.caller().user();
        AccountFactors before = administration.factors(user).orElseThrow();
        assertThat(before.password()).isTrue();
        assertThat(before.totpSince()).isEqualTo(fixture.clock.instant().minus(Duration.ofMinutes(1)));
        assertThat(before.recoveryCodes()).extracting(RecoveryCodeSet::left).isEqualTo(10);
        assertThat(before.resetDue()).isNull();
        reset();
        Instant due = fixture.clock.instant().plus(WAIT);
        assertThat(administration.factors(user).orElseThrow().resetDue()).isEqualTo(due);
        fixture.clock.advance(WAIT);
        reset();
        assertThat(administration.factors(user))
                .contains(new AccountFactors(true, before.passwordChangedAt(), null, List.of(), null, null));
    }

    @Test
    void it_is_asked_for_anew_seven_days_after_its_time() {
        reset();
        fixture.clock.advance(WAIT.plusDays(7));
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(signIn()).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_sign_in_with_any_factor_calls_it_off_and_a_password_alone_does_not() {
        for (FactorProof proof : List.of(totp(ana.app().code()), recoveryCode(0))) {
            reset();
            assertThat(node.secondFactorLogin().finish(answer(proof))).isInstanceOf(Outcome.Done.class);
            fixture.clock.advance(WAIT);
            assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
            node.factorAdministration().cancel(ADDRESS, "ticket 7");
        }
        assertThat(told()).contains("reset called off by a sign-in with a factor");
        reset();
        assertThat(signIn()).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(node.secondFactorLogin().finish(answer(totp("000000"))))
                .isEqualTo(Outcome.refused(Refusal.INVALID_SECOND_FACTOR));
        fixture.clock.advance(WAIT);
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.DONE);
    }

    @Test
    void no_browser_is_trusted_while_it_waits_so_that_its_owner_is_asked_for_the_factor_and_calls_it_off() {
        Outcome<SignIn> first = fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(
                        challenge(signIn()), totp(ana.app().code()), FlowFixture.WEB, true));
        Secret trust = first.orElseThrow().extras().trustedBrowser();
        ClientInfo browser = FlowFixture.WEB.showing(new ClientEvidence(null, null, trust));
        PasswordLogin.Request login = new PasswordLogin.Request(ADDRESS, Secret.of(FlowFixture.PASSWORD), browser);
        assertThat(fixture.auth.login().signIn(login)).isInstanceOf(Outcome.Done.class);
        reset();
        Outcome<SignIn> held = fixture.auth.login().signIn(login);
        assertThat(held).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(node.secondFactorLogin()
                        .finish(new SecondFactorLogin.Attempt(challenge(held), recoveryCode(0), browser, false)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.login().signIn(login)).isInstanceOf(Outcome.Done.class);
        fixture.clock.advance(WAIT);
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
    }

    @Test
    void a_step_up_with_the_factor_calls_it_off() {
        reset();
        Outcome<StepUp.Proven> result = node.stepUp().byFactor(ana.caller(), recoveryCode(0));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        fixture.clock.advance(WAIT);
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
    }

    @Test
    void an_administrator_calls_it_off_once() {
        assertThat(node.factorAdministration().cancel(ADDRESS, "ticket 8")).isFalse();
        assertThat(node.factorAdministration().cancel("nobody@acme.example", "ticket 8"))
                .isFalse();
        reset();
        assertThat(node.factorAdministration().cancel(ADDRESS, "ticket 8")).isTrue();
        assertThat(node.factorAdministration().cancel(ADDRESS, "ticket 8")).isFalse();
        fixture.clock.advance(WAIT);
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(told()).contains("reset called off by an administrator: ticket 8");
    }

    @Test
    void nobody_but_a_superuser_with_a_recent_proof_calls_it_off_over_the_wire_and_none_of_a_superuser() {
        Caller root = superuser();
        reset();
        assertThat(cancelAs(ana.caller(), ADDRESS)).isEqualTo(FactorAdministration.Reset.FORBIDDEN);
        assertThat(cancelAs(root, ROOT)).isEqualTo(FactorAdministration.Reset.FORBIDDEN);
        assertThat(cancelAs(root, "nobody@acme.example")).isEqualTo(FactorAdministration.Reset.NOT_FOUND);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node.factorAdministration().cancelAs(root, ADDRESS, "line\nbreak"));
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(cancelAs(root, ADDRESS)).isEqualTo(FactorAdministration.Reset.STEP_UP_REQUIRED);
        fixture.auth.sessions().logout(root);
        assertThat(cancelAs(root, ADDRESS)).isEqualTo(FactorAdministration.Reset.SESSION_ENDED);
        fixture.clock.advance(WAIT);
        assertThat(reset()).as("it waited").isEqualTo(FactorAdministration.Reset.DONE);
    }

    @Test
    void of_many_superusers_one_calls_it_off() {
        Caller root = superuser();
        assertThat(cancelAs(root, ADDRESS)).isEqualTo(FactorAdministration.Reset.NONE_WAITS);
        reset();
        assertThat(ParallelRun.winners(MANY, n -> cancelAs(root, ADDRESS) == FactorAdministration.Reset.CANCELLED))
                .isEqualTo(1);
        assertThat(cancelAs(root, ADDRESS)).isEqualTo(FactorAdministration.Reset.NONE_WAITS);
        assertThat(told()).contains("reset called off by an administrator: ticket 8 (by user " + root.user() + ")");
        fixture.clock.advance(WAIT);
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.WAITING);
    }

    @Test
    void whatever_else_ends_all_sessions_tells_that_it_has_called_it_off() {
        Secret next = Secret.of("copper-lantern-2208");
        Caller proven = steppedUp();
        for (Runnable end : List.<Runnable>of(
                () -> node.passwords().change(proven, Secret.of(FlowFixture.PASSWORD), next),
                () -> node.passwords().confirmReset(resetLink(), Secret.of(FlowFixture.PASSWORD)),
                () -> node.admin().endSessions(ana.caller().user()),
                () -> node.admin().disable(ana.caller().user()))) {
            fixture.events.clear();
            reset();
            end.run();
            assertThat(told()).containsOnlyOnce("reset called off as all sessions end");
            assertThat(node.factorAdministration().cancel(ADDRESS, "ticket 8")).isFalse();
            node.admin().enable(ana.caller().user());
            fixture.clock.advance(Duration.ofMinutes(2));
        }
    }

    @Test
    void what_calls_nothing_off_tells_nothing_of_it() {
        node.admin().endSessions(ana.caller().user());
        reset();
        fixture.clock.advance(WAIT);
        assertThat(reset()).isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(told()).noneMatch(change -> change.startsWith("reset called off"));
    }

    @Test
    void a_change_of_the_factors_tells_that_it_has_called_it_off() {
        Caller proven = steppedUp();
        reset();
        assertThat(node.secondFactors().renewRecoveryCodes(proven)).isInstanceOf(Outcome.Done.class);
        assertThat(told()).containsOnlyOnce("reset called off by a change of the factors");
        assertThat(node.factorAdministration().cancel(ADDRESS, "ticket 8")).isFalse();
    }

    @Test
    void a_superuser_waits_as_everybody_does() {
        Caller root = superuser();
        assertThat(node.factorAdministration().resetAs(root, ADDRESS, "ticket 7"))
                .isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(signIn()).isInstanceOf(Outcome.SecondFactorRequired.class);
    }

    @Test
    void a_superuser_names_the_account_by_its_key_and_never_a_superuser() {
        Caller root = superuser();
        UserId key = ana.caller().user();
        FactorAdministration factors = node.factorAdministration();
        assertThat(factors.resetAs(ana.caller(), key, "ticket 7")).isEqualTo(FactorAdministration.Reset.FORBIDDEN);
        assertThat(factors.resetAs(root, root.user(), "ticket 7")).isEqualTo(FactorAdministration.Reset.FORBIDDEN);
        assertThat(factors.cancelAs(root, root.user(), "ticket 7")).isEqualTo(FactorAdministration.Reset.FORBIDDEN);
        assertThat(factors.cancelAs(root, key, "ticket 7")).isEqualTo(FactorAdministration.Reset.NONE_WAITS);
        assertThat(factors.resetAs(root, key, "ticket 7")).isEqualTo(FactorAdministration.Reset.WAITING);
        assertThat(factors.cancelAs(root, key, "ticket 8")).isEqualTo(FactorAdministration.Reset.CANCELLED);
        assertThat(factors.resetAs(root, key, "ticket 9")).isEqualTo(FactorAdministration.Reset.WAITING);
        fixture.clock.advance(WAIT);
        assertThat(node.factorAdministration().reset(key, "ticket 9")).isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(signIn()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void of_many_who_ask_at_once_one_asks_and_an_account_without_a_factor_waits_for_nothing() {
        int letters = letters();
        assertThat(ParallelRun.winners(MANY, n -> reset() == FactorAdministration.Reset.WAITING))
                .isEqualTo(MANY);
        assertThat(letters()).isEqualTo(letters + 1);
        fixture.member("ben@acme.example");
        assertThat(node.factorAdministration().reset("ben@acme.example", "ticket 7"))
                .isEqualTo(FactorAdministration.Reset.DONE);
    }

    private Caller superuser() {
        Secret password = Secret.of("root-harbour-7781");
        fixture.auth.admin().createFirstSuperuser(new NewAdmin(ROOT, password, NewAdmin.Rank.SUPERUSER));
        return fixture.caller(FlowFixture.signIn(fixture.login(ROOT, password.reveal())));
    }

    private FactorAdministration.Reset cancelAs(Caller caller, String login) {
        return node.factorAdministration().cancelAs(caller, login, "ticket 8");
    }

    private Caller steppedUp() {
        StepUp.Proven proven =
                node.stepUp().byFactor(ana.caller(), recoveryCode(0)).orElseThrow();
        return node.sessions().authenticate(proven.access().reveal()).orElseThrow();
    }

    private LinkProof resetLink() {
        node.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ADDRESS, null));
        return fixture.linkTo(ADDRESS);
    }

    private FactorAdministration.Reset reset() {
        return node.factorAdministration().reset(ADDRESS, "ticket 7");
    }

    private Outcome<SignIn> signIn() {
        return fixture.login(ADDRESS, FlowFixture.PASSWORD);
    }

    private SecondFactorLogin.Attempt answer(FactorProof proof) {
        return new SecondFactorLogin.Attempt(challenge(signIn()), proof, FlowFixture.WEB, false);
    }

    private static Secret challenge(Outcome<SignIn> held) {
        assertThat(held).isInstanceOf(Outcome.SecondFactorRequired.class);
        return ((Outcome.SecondFactorRequired<SignIn>) held).challenge().id();
    }

    private FactorProof recoveryCode(int index) {
        return new FactorProof.RecoveryCode(ana.recoveryCodes().get(index));
    }

    private int letters() {
        return fixture.deliver().postbox.to(ADDRESS).size();
    }

    private List<String> told() {
        return fixture.events.stream()
                .filter(AuthEvent.FactorsChanged.class::isInstance)
                .map(event -> ((AuthEvent.FactorsChanged) event).change())
                .toList();
    }
}
