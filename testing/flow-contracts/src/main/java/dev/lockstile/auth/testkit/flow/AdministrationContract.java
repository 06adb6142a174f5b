package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import dev.lockstile.auth.upkeep.Retention;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts that the host's administration opens, the roles it gives and the identifiers it vouches for. */
@Tag("keys")
abstract class AdministrationContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final Secret PASSWORD = Secret.of(FlowFixture.PASSWORD);

    /** For those who extend it. */
    protected AdministrationContract() {}

    @Test
    void a_draft_that_makes_no_sense_is_refused_with_all_its_problems() {
        assertThat(problems(AccountDraft.ofEmail("no address")
                        .withPhone("12")
                        .withUsername("a name with blanks")
                        .withPassword(Secret.of("short"))
                        .withRole(" ")))
                .extracting(FieldProblem::field)
                .contains("email", "phone", "username", "password", "role");
        assertThat(problems(AccountDraft.ofEmail(ANA).withRole("x".repeat(31))))
                .containsExactly(FieldProblem.of("role", "invalid_role"));
        assertThat(problems(AccountDraft.ofEmail(ANA).withRole("Superuser")))
                .containsExactly(FieldProblem.of("role", "invalid_role"));
        AccountDraft nameless =
                new AccountDraft(new AccountDraft.Identifiers(null, null, null), null, Person.UNKNOWN, "USER", false);
        assertThat(problems(nameless)).containsExactly(FieldProblem.of("email", "required"));
        assertThat(problems(AccountDraft.ofEmail(ANA).withPassword(PASSWORD)))
                .as("a password that would open nothing")
                .containsExactly(FieldProblem.of("password", "needs_verified_identifier"));
        assertThat(fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null)))
                .as("nothing was written")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_identifier_of_somebody_is_taken_and_nothing_of_the_draft_is_written() {
        fixture.member(ANA, "ana");
        assertThat(create(AccountDraft.ofEmail("Ana@ACME.example")))
                .returns(true, outcome -> outcome.isRefused(Refusal.IDENTIFIER_TAKEN));
        assertThat(create(AccountDraft.ofEmail("bea@acme.example").withUsername("ANA")))
                .returns(true, outcome -> outcome.isRefused(Refusal.IDENTIFIER_TAKEN));
        assertThat(created(AccountDraft.ofEmail("bea@acme.example")).username()).isNull();
    }

    @Test
    void of_many_drafts_with_one_address_one_becomes_an_account() {
        List<Outcome<UserInfo>> results =
                ParallelRun.run(8, n -> create(AccountDraft.ofEmail(ANA).withRole("ROLE_" + n)));
        assertThat(results).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(results)
                .filteredOn(outcome -> outcome.isRefused(Refusal.IDENTIFIER_TAKEN))
                .hasSize(7);
    }

    @Test
    void a_veto_of_the_host_leaves_nothing() {
        fixture.doorkeeper.refuse("quota_used");
        assertThat(create(AccountDraft.ofEmail(ANA))).isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
        assertThat(fixture.doorkeeper.asked).hasSize(1);
        assertThat(((NewAccount) fixture.doorkeeper.asked.get(0)).by()).isEqualTo(NewAccount.By.ADMINISTRATION);
        fixture.doorkeeper.relent();
        assertThat(created(AccountDraft.ofEmail(ANA)).email()).isEqualTo(ANA);
    }

    @Test
    void an_account_that_nobody_vouches_for_is_entered_by_the_holder_of_the_address_alone() {
        UserInfo ana = created(AccountDraft.ofEmail(ANA)
                .withPerson(new Person("Ana", "Ruiz", null, null, null))
                .withRole("EDITOR"));
        assertThat(ana.identifiers().email().isVerified()).isFalse();
        assertThat(fixture.login(ANA, FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);

        fixture.requestCode(ANA);
        SignIn in = byCode();
        assertThat(in.user().id()).isEqualTo(ana.id());
        assertThat(in.user().identifiers().email().isVerified()).isTrue();
        assertThat(in.active().status().role()).isEqualTo("EDITOR");
        assertThat(in.active().person().firstName()).isEqualTo("Ana");
    }

    @Test
    void the_clean_up_of_lost_registrations_leaves_an_invited_account() {
        UserInfo ana = created(AccountDraft.ofEmail(ANA));
        fixture.clock.advance(Duration.ofDays(60));
        fixture.auth.upkeep().cleanUp(Retention.standard());
        fixture.requestCode(ANA);
        assertThat(byCode().user().id()).isEqualTo(ana.id());
    }

    @Test
    void a_vouched_account_signs_in_with_its_password() {
        UserInfo ana = created(AccountDraft.ofEmail(ANA)
                .withUsername("ana")
                .withPassword(PASSWORD)
                .vouchingForIdentifiers());
        assertThat(fixture.signedIn(ANA).user().id()).isEqualTo(ana.id());
        assertThat(fixture.signedIn("ana").user().id()).isEqualTo(ana.id());
        assertThat(fixture.signedIn(ANA).user().status().staff()).isFalse();
    }

    @Test
    void an_account_goes_by_all_that_its_draft_says() {
        UserInfo ana =
                created(AccountDraft.ofEmail(ANA).withPhone("+525512345678").withUsername("ana"));
        assertThat(ana.email()).isEqualTo(ANA);
        assertThat(ana.phone()).isEqualTo("+525512345678");
        assertThat(ana.username()).isEqualTo("ana");
    }

    @Test
    void an_account_with_a_user_name_alone_signs_in_with_its_password() {
        UserInfo ana = created(AccountDraft.ofUsername("ana").withPassword(PASSWORD));
        assertThat(fixture.signedIn("ana").user().id()).isEqualTo(ana.id());
    }

    @Test
    void vouching_proves_what_the_account_goes_by_and_nothing_else() {
        UserInfo ana = created(AccountDraft.ofEmail(ANA));
        assertThat(fixture.auth.admin().markVerified(ana.id(), IdentifierKind.PHONE))
                .as("no phone to vouch for")
                .isFalse();
        assertThat(fixture.auth.admin().markVerified(gone(), IdentifierKind.EMAIL))
                .isFalse();
        assertThatThrownBy(() -> fixture.auth.admin().markVerified(ana.id(), IdentifierKind.USERNAME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fixture.auth.admin().markVerified(ana.id(), IdentifierKind.EMAIL))
                .isTrue();
        fixture.requestCode(ANA);
        assertThat(byCode().user().id()).isEqualTo(ana.id());
    }

    @Test
    void vouching_takes_no_address_from_its_owner() {
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null));
        UserId waiting = registered();
        UserInfo owner = created(AccountDraft.ofEmail(ANA).vouchingForIdentifiers());
        assertThat(fixture.auth.admin().markVerified(waiting, IdentifierKind.EMAIL))
                .isFalse();
        fixture.deliver().requestCode(ANA);
        assertThat(byCode().user().id()).isEqualTo(owner.id());
    }

    @Test
    void a_role_is_in_the_next_token_of_the_user_alone() {
        fixture.member(ANA);
        fixture.member("bea@acme.example");
        SignIn in = fixture.signedIn(ANA);
        UserId ana = in.user().id();
        assertThat(fixture.auth.admin().setRole(ana, "EDITOR")).isTrue();
        assertThat(refreshedRoles(in)).contains("EDITOR");
        assertThat(fixture.signedIn("bea@acme.example").active().status().role())
                .isNotEqualTo("EDITOR");
        assertThat(fixture.auth.admin().setRole(ana, in.active().id(), "AUTHOR"))
                .isTrue();
        assertThat(fixture.signedIn(ANA).active().status().role()).isEqualTo("AUTHOR");
    }

    @Test
    void a_role_is_refused_that_none_can_be_or_that_nobody_is_there_for() {
        fixture.member(ANA);
        fixture.member("bea@acme.example");
        UserId ana = fixture.signedIn(ANA).user().id();
        ProfileId beas = fixture.signedIn("bea@acme.example").active().id();
        for (String role : List.of("", " ", "x".repeat(31), "USER\nADMIN", "superuser", "Staff")) {
            assertThatThrownBy(() -> fixture.auth.admin().setRole(ana, role))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(fixture.auth.admin().setRole(gone(), "EDITOR")).isFalse();
        assertThat(fixture.auth.admin().setRole(ana, beas, "EDITOR")).isFalse();
        assertThat(fixture.signedIn("bea@acme.example").active().status().role())
                .isNotEqualTo("EDITOR");
    }

    /** The key of a user who is deleted. */
    private UserId gone() {
        UserInfo cora = created(AccountDraft.ofEmail("cora@acme.example"));
        assertThat(fixture.auth.admin().delete(cora.id())).isTrue();
        return cora.id();
    }

    private List<String> refreshedRoles(SignIn in) {
        Outcome<TokenPair> result = fixture.auth.sessions().refresh(in.tokens().refresh());
        String access = result.orElseThrow().access().reveal();
        return List.copyOf(
                fixture.auth.sessions().authenticate(access).orElseThrow().roles());
    }

    private UserId registered() {
        return fixture.events.stream()
                .filter(AuthEvent.Registered.class::isInstance)
                .map(event -> ((AuthEvent.Registered) event).user())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private SignIn byCode() {
        Outcome<SignIn> result = fixture.enterCode(CodeIdentifier.email(ANA), fixture.codeTo(ANA));
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private List<FieldProblem> problems(AccountDraft draft) {
        Outcome<UserInfo> result = create(draft);
        assertThat(result).returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        return ((Outcome.Refused<UserInfo>) result).problems();
    }

    private UserInfo created(AccountDraft draft) {
        Outcome<UserInfo> result = create(draft);
        assertThat(result).isInstanceOf(Outcome.Done.class);
        return result.orElseThrow();
    }

    private Outcome<UserInfo> create(AccountDraft draft) {
        return fixture.auth.admin().create(draft);
    }
}
