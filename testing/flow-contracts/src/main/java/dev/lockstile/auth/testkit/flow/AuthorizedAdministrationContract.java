package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.AuthorizedAdministration.UserProfile;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.factor.FactorAdministration;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Acts of administration on behalf of a caller: who may, on whose account, and what the audit trail says of it. */
@Tag("keys")
abstract class AuthorizedAdministrationContract extends FlowContract {

    private static final String ROOT = "root@acme.example";
    private static final String ANA = "ana@acme.example";
    private static final String WHY = "ticket 7";

    private Caller root;
    private UserId ana;

    /** For those who extend it. */
    protected AuthorizedAdministrationContract() {}

    @BeforeEach
    final void begin() {
        fixture.auth.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = fixture.caller(fixture.signedIn(ROOT));
        fixture.member(ANA);
        ana = fixture.signedIn(ANA).user().id();
        fixture.events.clear();
    }

    @Test
    void each_change_names_the_actor_the_session_and_the_reason() {
        assertThat(admin().setRoleAs(root, ana, "EDITOR", WHY)).isEqualTo(Change.DONE);
        assertThat(admin().markVerifiedAs(root, ana, IdentifierKind.EMAIL, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().endSessionsAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().disableAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().enableAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().deleteAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().restoreAs(root, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .extracting(event -> ((AuthEvent.AccountStatusChanged) event).change())
                .containsExactly(
                        "role_changed", "verified", "sessions_ended", "disabled", "enabled", "deleted", "restored");
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .allSatisfy(event -> {
                    assertThat(event.user()).isEqualTo(ana);
                    assertThat(event.actor()).isEqualTo(new Actor(root.user(), root.session(), WHY));
                    assertThat(event.detail())
                            .endsWith(", by user " + root.user() + ", session " + root.session() + ": " + WHY);
                });
    }

    @Test
    void a_new_account_names_the_actor() {
        AccountDraft draft = AccountDraft.ofEmail("bea@acme.example");
        UserId bea = admin().createAs(root, draft, WHY).orElseThrow().id();
        NewAdmin clerk = admin("clerk", NewAdmin.Rank.STAFF);
        UserId staff =
                admin().createAdministratorAs(root, clerk, WHY).orElseThrow().id();
        Actor actor = new Actor(root.user(), root.session(), WHY);
        assertThat(fixture.events)
                .containsExactly(
                        new AuthEvent.Registered(fixture.clock.instant(), bea, actor),
                        new AuthEvent.AdministratorAdded(fixture.clock.instant(), staff, actor));
    }

    @Test
    void a_reset_of_second_factors_names_the_actor_whether_it_is_done_or_refused() {
        assertThat(fixture.auth.factorAdministration().resetAs(root, ANA, WHY))
                .isEqualTo(FactorAdministration.Reset.DONE);
        assertThat(fixture.auth.factorAdministration().resetAs(root, ROOT, WHY))
                .isEqualTo(FactorAdministration.Reset.FORBIDDEN);
        assertThat(fixture.events)
                .filteredOn(event -> event.name().startsWith("authn_factor_change"))
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.actor()).isEqualTo(new Actor(root.user(), root.session(), WHY));
                    assertThat(event.detail()).contains(WHY, "user " + root.user(), "session " + root.session());
                });
    }

    @Test
    void a_caller_without_the_right_changes_nothing_and_is_named() {
        fixture.member("bea@acme.example");
        Caller bea = fixture.caller(fixture.signedIn("bea@acme.example"));
        fixture.events.clear();
        for (Function<Caller, Change> act : acts(ana)) {
            assertThat(act.apply(bea)).isEqualTo(Change.FORBIDDEN);
        }
        assertThat(admin().createAs(bea, AccountDraft.ofEmail("x@acme.example"), WHY))
                .isEqualTo(Outcome.refused(Refusal.FORBIDDEN));
        assertThat(fixture.events).hasSize(9).allSatisfy(event -> {
            assertThat(event).isInstanceOf(AuthEvent.Refused.class);
            assertThat(event.actor()).isEqualTo(new Actor(bea.user(), bea.session(), WHY));
            assertThat(event.detail()).contains("forbidden", "by user " + bea.user(), WHY);
        });
        assertThat(fixture.events)
                .contains(new AuthEvent.Refused(
                        fixture.clock.instant(),
                        Operation.ACCOUNT_STATUS,
                        ana,
                        null,
                        "forbidden (not deleted)",
                        new Actor(bea.user(), bea.session(), WHY)));
        assertThat(fixture.signedIn(ANA).user().id()).isEqualTo(ana);
    }

    @Test
    void an_old_proof_and_a_session_that_is_over_change_nothing() {
        fixture.clock.advance(Duration.ofMinutes(11));
        for (Function<Caller, Change> act : acts(ana)) {
            assertThat(act.apply(root)).isEqualTo(Change.STEP_UP_REQUIRED);
        }
        Caller fresh = fixture.caller(fixture.signedIn(ROOT));
        fixture.auth.sessions().logout(fresh);
        for (Function<Caller, Change> act : acts(ana)) {
            assertThat(act.apply(fresh)).isEqualTo(Change.SESSION_ENDED);
        }
        assertThat(fixture.signedIn(ANA).user().id()).isEqualTo(ana);
    }

    @Test
    void a_superuser_is_neither_disabled_nor_deleted_nor_given_back() {
        UserId second = admin().createAdministratorAs(root, admin("second", NewAdmin.Rank.SUPERUSER), WHY)
                .orElseThrow()
                .id();
        for (UserId superuser : List.of(second, root.user())) {
            assertThat(admin().disableAs(root, superuser, WHY)).isEqualTo(Change.FORBIDDEN);
            assertThat(admin().enableAs(root, superuser, WHY)).isEqualTo(Change.FORBIDDEN);
            assertThat(admin().deleteAs(root, superuser, WHY)).isEqualTo(Change.FORBIDDEN);
            assertThat(admin().markVerifiedAs(root, superuser, IdentifierKind.EMAIL, WHY))
                    .isEqualTo(Change.FORBIDDEN);
        }
        assertThat(admin().endSessionsAs(root, second, WHY)).isEqualTo(Change.DONE);
        fixture.auth.admin().delete(second);
        assertThat(admin().restoreAs(root, second, WHY)).isEqualTo(Change.FORBIDDEN);
        assertThat(fixture.signedIn(ROOT).user().id()).isEqualTo(root.user());
    }

    @Test
    void superusers_at_once_leave_one_another_where_they_are() {
        admin().createAdministratorAs(root, admin("second", NewAdmin.Rank.SUPERUSER), WHY);
        Caller second = fixture.caller(fixture.signedIn("second@acme.example"));
        int deleted = ParallelRun.winners(
                8,
                n -> n % 2 == 0
                        ? admin().deleteAs(root, second.user(), WHY) == Change.DONE
                        : admin().deleteAs(second, root.user(), WHY) == Change.DONE);
        assertThat(deleted).isZero();
        assertThat(fixture.store.<List<UserId>>read(tx -> tx.users().superusers(fixture.clock.instant())))
                .containsExactlyInAnyOrder(root.user(), second.user());
    }

    @Test
    void one_session_of_the_account_ends_and_no_other() {
        Caller first = fixture.caller(fixture.signedIn(ANA));
        Caller other = fixture.caller(fixture.signedIn(ANA));
        fixture.events.clear();
        assertThat(admin().endSessionAs(root, ana, root.session(), WHY))
                .as("the session of another account")
                .isEqualTo(Change.UNCHANGED);
        assertThat(admin().endSessionAs(first, ana, other.session(), WHY)).isEqualTo(Change.FORBIDDEN);
        fixture.events.clear();
        assertThat(admin().endSessionAs(root, ana, first.session(), WHY)).isEqualTo(Change.DONE);
        assertThat(fixture.events)
                .filteredOn(AuthEvent.AccountStatusChanged.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(event.detail()).startsWith("one_session_ended (" + first.session()));
        assertThat(admin().endSessionAs(root, ana, first.session(), WHY)).isEqualTo(Change.UNCHANGED);
        assertThat(fixture.auth.sessions().list(other).toString())
                .contains(other.session().value())
                .doesNotContain(first.session().value());
    }

    @Test
    void what_is_not_there_is_told_apart() {
        assertThat(admin().restoreAs(root, ana, WHY)).isEqualTo(Change.NOT_FOUND);
        assertThat(admin().markVerifiedAs(root, ana, IdentifierKind.PHONE, WHY)).isEqualTo(Change.UNCHANGED);
        assertThat(admin().setRoleAs(root, new UserProfile(ana, root.profile()), "EDITOR", WHY))
                .isEqualTo(Change.UNCHANGED);
        fixture.auth.admin().delete(ana);
        assertThat(admin().disableAs(root, ana, WHY)).isEqualTo(Change.NOT_FOUND);
        fixture.member(ANA);
        assertThat(admin().restoreAs(root, ana, WHY)).isIn(Change.TAKEN, Change.DONE);
    }

    @Test
    void a_reason_that_cannot_be_kept_is_none() {
        for (String wrong : List.of("", "a\nb", "<b>", "x".repeat(61))) {
            assertThatThrownBy(() -> admin().deleteAs(root, ana, wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> admin().createAs(root, AccountDraft.ofEmail("x@acme.example"), wrong))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> admin().createAdministratorAs(root, admin("x", NewAdmin.Rank.STAFF), wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(fixture.signedIn(ANA).user().id()).isEqualTo(ana);
    }

    @Test
    void superusers_are_told_of_a_new_one_and_of_no_other_administrator() {
        admin().createAdministratorAs(root, admin("clerk", NewAdmin.Rank.STAFF), WHY);
        assertThat(told()).isEmpty();
        admin().createAdministratorAs(root, admin("second", NewAdmin.Rank.SUPERUSER), WHY);
        assertThat(told()).containsExactly(ROOT);
        assertThat(fixture.postbox.lastTo(ROOT).text())
                .contains("Who: s•••@acme.example\nAdded by: r•••@acme.example\nWhen: ");
        admin().createAdministratorAs(root, admin("third", NewAdmin.Rank.SUPERUSER), WHY);
        assertThat(told()).containsExactlyInAnyOrder(ROOT, ROOT, "second@acme.example");
    }

    private List<String> told() {
        return fixture.deliver().postbox.all().stream()
                .filter(letter -> letter.text().contains("A new account with all rights"))
                .map(MessageInbox.Letter::to)
                .toList();
    }

    /** Every act that takes a user. */
    private List<Function<Caller, Change>> acts(UserId user) {
        return List.of(
                caller -> admin().setRoleAs(caller, user, "EDITOR", WHY),
                caller -> admin().setRoleAs(caller, new UserProfile(user, caller.profile()), "EDITOR", WHY),
                caller -> admin().markVerifiedAs(caller, user, IdentifierKind.EMAIL, WHY),
                caller -> admin().disableAs(caller, user, WHY),
                caller -> admin().enableAs(caller, user, WHY),
                caller -> admin().deleteAs(caller, user, WHY),
                caller -> admin().restoreAs(caller, user, WHY),
                caller -> admin().endSessionsAs(caller, user, WHY));
    }

    private AccountAdministration admin() {
        return fixture.auth.admin();
    }

    private static NewAdmin admin(String name, NewAdmin.Rank rank) {
        return new NewAdmin(name + "@acme.example", Secret.of(FlowFixture.PASSWORD), rank);
    }
}
