package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.PasswordReplacement;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password that is marked opens a session once its owner has replaced it, and not before. */
abstract class RequiredPasswordContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NEXT = "walnut-bridge-9921";
    private static final String WHY = "ticket 7";

    private UserId ana;

    /** For those who extend it. */
    protected RequiredPasswordContract() {}

    @BeforeEach
    final void begin() {
        fixture.member(ANA);
        ana = fixture.signedIn(ANA).user().id();
    }

    @Test
    void a_marked_password_gives_a_ticket_and_no_session() {
        mark();
        assertThat(live(ana)).isZero();
        Outcome<SignIn> asked = fixture.login(ANA, FlowFixture.PASSWORD);
        assertThat(asked.isRefused(Refusal.PASSWORD_CHANGE_REQUIRED)).isTrue();
        assertThat(live(ana)).isZero();
        assertThat(asked.toString()).doesNotContain(ticket(asked));
        assertThat(fixture.login(ANA, "wrong-" + FlowFixture.PASSWORD).isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
        assertThat(replace(ticket(asked), NEXT).isDone()).isTrue();
        assertThat(live(ana)).isOne();
        assertThat(fixture.login(ANA, NEXT).isDone()).isTrue();
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD).isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
    }

    @Test
    void the_same_password_and_one_against_the_policy_are_refused_and_the_ticket_stays() {
        mark();
        String ticket = ticket(fixture.login(ANA, FlowFixture.PASSWORD));
        assertThat(problems(replace(ticket, FlowFixture.PASSWORD))).containsExactly("same_password");
        assertThat(problems(replace(ticket, "short"))).contains("too_short");
        assertThat(replace(ticket, NEXT).isDone()).isTrue();
        assertThat(replace(ticket, "another-" + NEXT).isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
    }

    @Test
    void a_ticket_that_is_made_up_changed_or_old_sets_nothing() {
        mark();
        String ticket = ticket(fixture.login(ANA, FlowFixture.PASSWORD));
        for (String wrong : List.of("", "x", "a.b", ticket + "x", ticket.substring(1), "." + ticket)) {
            assertThat(replace(wrong, NEXT).isRefused(Refusal.INVALID_CREDENTIALS))
                    .as(wrong)
                    .isTrue();
        }
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(replace(ticket, NEXT).isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
    }

    @Test
    void a_ticket_ends_with_a_reset_a_new_mark_and_a_disabled_account() {
        mark();
        String ticket = ticket(fixture.login(ANA, FlowFixture.PASSWORD));
        fixture.auth.admin().disable(ana);
        assertThat(replace(ticket, NEXT).isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
        fixture.auth.admin().enable(ana);
        assertThat(replace(ticket, NEXT).isDone()).isTrue();
        mark();
        assertThat(replace(ticket, "another-" + NEXT).isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
    }

    @Test
    void twenty_uses_of_one_ticket_at_once_are_one_password_and_one_session() {
        mark();
        String ticket = ticket(fixture.login(ANA, FlowFixture.PASSWORD));
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int won = ParallelRun.winners(
                20,
                n -> nodes.get(n % 2)
                        .login()
                        .replacePassword(asked(ticket, "new-word-of-" + n + "-x"))
                        .isDone());
        assertThat(won).isOne();
        assertThat(live(ana)).isOne();
    }

    @Test
    void where_a_factor_is_required_it_is_enrolled_after_the_new_password() {
        mark();
        Auth strict =
                fixture.nodeWithFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.everybody()));
        Outcome<SignIn> asked =
                strict.login().signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
        assertThat(asked.isRefused(Refusal.PASSWORD_CHANGE_REQUIRED)).isTrue();
        assertThat(strict.login().replacePassword(asked(ticket(asked), NEXT)))
                .isInstanceOfSatisfying(
                        Outcome.SecondFactorRequired.class,
                        held -> assertThat(held.challenge().wantsEnrolment()).isTrue());
        assertThat(live(ana)).isZero();
    }

    @Test
    void another_way_in_stays_open_and_a_change_takes_the_mark_away() {
        mark();
        fixture.requestCode(ANA);
        SignIn in = fixture.enterCode(CodeIdentifier.email(ANA), fixture.codeTo(ANA))
                .orElseThrow();
        Caller caller = fixture.caller(in);
        assertThat(fixture.auth
                        .passwords()
                        .change(caller, Secret.of(FlowFixture.PASSWORD), Secret.of(NEXT))
                        .isDone())
                .isTrue();
        assertThat(fixture.login(ANA, NEXT).isDone()).isTrue();
    }

    @Test
    void no_other_way_keeps_a_marked_password() {
        mark();
        fixture.requestCode(ANA);
        Caller caller = fixture.caller(fixture.enterCode(CodeIdentifier.email(ANA), fixture.codeTo(ANA))
                .orElseThrow());
        Secret marked = Secret.of(FlowFixture.PASSWORD);
        assertThat(fixture.auth.passwords().change(caller, marked, marked).isRefused(Refusal.INVALID_INPUT))
                .isTrue();
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
        LinkProof link = fixture.linkTo(ANA);
        assertThat(fixture.auth.passwords().confirmReset(link, marked).isRefused(Refusal.INVALID_INPUT))
                .isTrue();
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD).isRefused(Refusal.PASSWORD_CHANGE_REQUIRED))
                .isTrue();
        assertThat(fixture.auth.passwords().confirmReset(link, Secret.of(NEXT)).isDone())
                .isTrue();
    }

    @Test
    void the_second_factor_is_shown_before_the_password_is_replaced() {
        SecondFactorFixture.Enrolled app = SecondFactorFixture.enrol(fixture, fixture.caller(fixture.signedIn(ANA)));
        fixture.clock.advance(Duration.ofMinutes(1));
        mark();
        Outcome<SignIn> first = fixture.login(ANA, FlowFixture.PASSWORD);
        FactorProof proof = SecondFactorFixture.totp(app.app().code());
        Outcome<SignIn> second = fixture.auth
                .secondFactorLogin()
                .finish(new SecondFactorLogin.Attempt(
                        SecondFactorFixture.challenge(first).id(), proof, FlowFixture.WEB, true));
        assertThat(second.isRefused(Refusal.PASSWORD_CHANGE_REQUIRED)).isTrue();
        assertThat(live(ana)).isZero();
        SignIn in = replace(ticket(second), NEXT).orElseThrow();
        assertThat(fixture.caller(in).showedTwoFactors()).isTrue();
    }

    @Test
    void a_ticket_of_one_kind_of_client_is_worth_nothing_for_another() {
        mark();
        String ticket = ticket(fixture.login(ANA, FlowFixture.PASSWORD));
        assertThat(fixture.auth
                        .login()
                        .replacePassword(
                                new PasswordReplacement(Secret.of(ticket), Secret.of(NEXT), FlowFixture.PHONE_APP))
                        .isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
    }

    @Test
    void an_account_without_a_password_and_one_that_is_marked_are_unchanged() {
        Caller root = root();
        assertThat(require(root, ana)).isEqualTo(Change.DONE);
        assertThat(require(root, ana)).isEqualTo(Change.UNCHANGED);
        assertThat(require(root, root.user())).isEqualTo(Change.FORBIDDEN);
        assertThat(fixture.events)
                .anySatisfy(event ->
                        assertThat(event.detail()).contains("password_change_required, by user " + root.user()));
    }

    private Change require(Caller caller, UserId user) {
        return fixture.auth.admin().requireNewPasswordAs(caller, user, WHY);
    }

    private Caller root() {
        fixture.auth
                .admin()
                .createFirstSuperuser(
                        new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER));
        return fixture.caller(fixture.signedIn("root@acme.example"));
    }

    private void mark() {
        assertThat(fixture.auth.admin().requireNewPassword(ana)).isTrue();
    }

    private Outcome<SignIn> replace(String ticket, String password) {
        return fixture.auth.login().replacePassword(asked(ticket, password));
    }

    private static PasswordReplacement asked(String ticket, String password) {
        return new PasswordReplacement(Secret.of(ticket), Secret.of(password), FlowFixture.WEB);
    }

    private static String ticket(Outcome<SignIn> asked) {
        String ticket = ((Outcome.Refused<SignIn>) asked).challenge();
        assertThat(ticket).isNotNull();
        return String.valueOf(ticket);
    }

    private static List<String> problems(Outcome<SignIn> refused) {
        return ((Outcome.Refused<SignIn>) refused)
                .problems().stream().map(problem -> problem.code()).toList();
    }

    private int live(UserId user) {
        return fixture.store.<Integer>read(
                tx -> tx.sessions().live(user, fixture.clock.instant()).size());
    }
}
