package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the administration's calls answer and tell where there is nothing to change, and of which rows they are. */
@Tag("keys")
abstract class AdminAnswerContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String PHONE = "+525512345678";

    /** For those who extend it. */
    protected AdminAnswerContract() {}

    @Test
    void who_is_gone_is_neither_disabled_nor_enabled() {
        UserId gone = gone();
        fixture.events.clear();
        assertThat(fixture.auth.admin().disable(gone)).isFalse();
        assertThat(fixture.auth.admin().enable(gone)).isFalse();
        assertThat(fixture.events)
                .hasSize(2)
                .containsOnly(new AuthEvent.Refused(
                        fixture.clock.instant(), Operation.ACCOUNT_STATUS, gone, null, "unchanged"));
    }

    @Test
    void a_role_goes_to_the_default_profile_and_to_no_other() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        ProfileId first = ana.profile();
        ProfileInfo second = fixture.auth
                .profiles()
                .create(ana, new Profiles.Draft(Person.UNKNOWN, "work"))
                .orElseThrow();
        fixture.auth.profiles().makeDefault(ana, second.id());
        assertThat(fixture.auth.admin().setRole(ana.user(), "EDITOR")).isTrue();
        assertThat(fixture.auth.ownAccount().me(ana).orElseThrow().profiles())
                .hasSize(2)
                .allSatisfy(profile -> assertThat(profile.status().role().equals("EDITOR"))
                        .isEqualTo(!profile.id().equals(first)));
    }

    @Test
    void what_the_account_owns_unproven_is_proven_by_vouching() {
        UserId ana = fixture.people.admitted(ANA, null, null, FlowFixture.PASSWORD);
        assertThat(fixture.auth.admin().markVerified(ana, IdentifierKind.EMAIL)).isTrue();
        assertThat(fixture.signedIn(ANA).user().identifiers().email().isVerified())
                .isTrue();
    }

    @Test
    void a_draft_that_is_refused_is_told_as_refused() {
        fixture.events.clear();
        assertThat(fixture.auth.admin().create(AccountDraft.ofEmail("no address")))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(fixture.events)
                .containsExactly(new AuthEvent.Refused(
                        fixture.clock.instant(), Operation.ADMINISTRATOR, null, null, "not_created"));
    }

    @Test
    void a_new_administrator_is_told_and_one_that_is_refused_with_the_reason() {
        NewAdmin root = new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER);
        fixture.events.clear();
        UserInfo made = fixture.auth.admin().createFirstSuperuser(root).orElseThrow();
        fixture.auth.admin().createFirstSuperuser(root);
        assertThat(fixture.events)
                .containsExactly(
                        new AuthEvent.AdministratorAdded(fixture.clock.instant(), made.id()),
                        new AuthEvent.Refused(
                                fixture.clock.instant(), Operation.ADMINISTRATOR, null, null, "forbidden"));
    }

    @Test
    void a_session_that_is_over_makes_no_administrator() {
        NewAdmin root = new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER);
        fixture.auth.admin().createFirstSuperuser(root);
        Caller caller = fixture.caller(fixture.signedIn("root@acme.example"));
        fixture.auth.sessions().logout(caller);
        NewAdmin next = new NewAdmin("next@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.STAFF);
        assertThat(fixture.auth.admin().createAdministratorAs(caller, next))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        assertThat(fixture.login("next@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_number_that_was_not_proven_is_nobodys_when_the_account_is_restored() {
        Secret secret = fixture.register(FlowFixture.registration(ANA, PHONE, null));
        fixture.auth.registrations().confirmEmail(fixture.confirmation(ANA, secret));
        restored(fixture.signedIn(ANA).user().id());
        assertThat(owner()).isEmpty();
    }

    @Test
    void a_number_that_was_proven_is_the_accounts_again_when_it_is_restored() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        fixture.store.alone(tx -> tx.users().claim(ana.user(), number(), fixture.clock.instant()));
        restored(ana.user());
        assertThat(owner()).contains(ana.user());
    }

    private Optional<UserId> owner() {
        return fixture.store.read(tx -> tx.users()
                .byKey(number().kind(), number().key())
                .map(found -> found.info().id()));
    }

    private static Identifier number() {
        return IdentifierRules.standard().phone(PHONE).orElseThrow();
    }

    @Test
    void an_account_with_a_user_name_alone_keeps_it_when_it_is_restored() {
        AccountDraft draft = AccountDraft.ofUsername("ana").withPassword(Secret.of(FlowFixture.PASSWORD));
        UserId ana = fixture.auth.admin().create(draft).orElseThrow().id();
        restored(ana);
        assertThat(fixture.signedIn("ana").user().id()).isEqualTo(ana);
    }

    private void restored(UserId user) {
        assertThat(fixture.auth.admin().delete(user)).isTrue();
        assertThat(fixture.auth.admin().restore(user)).isTrue();
    }

    @Test
    void what_the_host_rolls_back_is_told_to_nobody() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        fixture.events.clear();
        rolledBackByTheHost(() -> {
            assertThat(fixture.auth.admin().disable(ana.user())).isTrue();
            assertThat(fixture.auth.admin().enable(ana.user())).isTrue();
        });
        rolledBackByTheHost(() -> fixture.auth.profiles().update(ana, ana.profile(), draft -> draft));
        rolledBackByTheHost(() -> fixture.auth.admin().create(AccountDraft.ofEmail("bea@acme.example")));
        fixture.auth.close();
        assertThat(fixture.events).isEmpty();
    }

    /** The key of a user who is deleted. */
    private UserId gone() {
        fixture.member(ANA);
        UserId ana = fixture.signedIn(ANA).user().id();
        assertThat(fixture.auth.admin().delete(ana)).isTrue();
        return ana;
    }
}
