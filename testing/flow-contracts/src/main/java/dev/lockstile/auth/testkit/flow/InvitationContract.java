package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.InvitationAdministration.Invitation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whom staff invite: the link works once, in time, for the account that it was sent to. */
abstract class InvitationContract extends FlowContract {

    private static final String NEW = "new@acme.example";
    private static final String NEXT = "walnut-bridge-9921";
    private static final String WHY = "ticket 7";
    private static final Duration WEEK = Duration.ofDays(7);

    private Auth auth;
    private Caller root;

    /** For those who extend it. */
    protected InvitationContract() {}

    @BeforeEach
    final void begin() {
        auth = fixture.nodeWith(builder -> builder.roles(
                Role.named("desk").may(AdminPermission.USERS_CREATE, AdminPermission.USERS_READ),
                Role.named("giver").may(AdminPermission.USERS_CREATE, AdminPermission.ROLES_ASSIGN),
                Role.named("payer").may("orders:pay")));
        auth.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = caller("root@acme.example");
    }

    @Test
    void an_invited_person_sets_a_password_once_and_is_proven() {
        UserInfo opened =
                invite(root, AccountDraft.ofEmail(NEW).withRole("payer")).orElseThrow();
        assertThat(opened.identifiers().email().isVerified()).isFalse();
        assertThat(login(NEXT).isDone()).isFalse();
        LinkProof link = fixture.linkTo(NEW);
        assertThat(auth.passwords().recipientOf(link)).contains(NEW);
        assertThat(accept(link, "short").isRefused(Refusal.INVALID_INPUT)).isTrue();
        assertThat(accept(link, NEXT).isDone()).isTrue();
        assertThat(accept(link, "another-" + NEXT).isRefused(Refusal.INVALID_LINK))
                .isTrue();
        SignIn in = login(NEXT).orElseThrow();
        assertThat(in.user().identifiers().email().isVerified()).isTrue();
        assertThat(in.profiles().get(0).status().role()).isEqualTo("payer");
        assertThat(again(root, opened.id())).isEqualTo(Change.UNCHANGED);
        assertThat(revoke(root, opened.id())).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void twenty_uses_of_one_invitation_at_once_are_one_password() {
        invite(root, AccountDraft.ofEmail(NEW)).orElseThrow();
        LinkProof link = fixture.linkTo(NEW);
        List<Auth> nodes = List.of(fixture.auth, fixture.secondNode());
        int won = ParallelRun.winners(
                20,
                n -> nodes.get(n % 2)
                        .passwords()
                        .confirmReset(link, Secret.of("new-word-of-" + n + "-x"))
                        .isDone());
        assertThat(won).isOne();
    }

    @Test
    void of_a_use_and_a_revocation_at_once_one_wins() {
        UserId user = invite(root, AccountDraft.ofEmail(NEW)).orElseThrow().id();
        LinkProof link = fixture.linkTo(NEW);
        AtomicReference<Change> revoked = new AtomicReference<>();
        int used = ParallelRun.winners(2, n -> {
            if (n == 0) {
                return accept(link, NEXT).isDone();
            }
            revoked.set(revoke(root, user));
            return false;
        });
        assertThat(used).isEqualTo(revoked.get() == Change.DONE ? 0 : 1);
        assertThat(login(NEXT).isDone()).isEqualTo(used == 1);
    }

    @Test
    void a_link_ends_with_its_life_a_newer_one_a_revocation_and_another_proof() {
        UserId user = invite(root, AccountDraft.ofEmail(NEW)).orElseThrow().id();
        LinkProof first = fixture.linkTo(NEW);
        assertThat(again(root, user)).isEqualTo(Change.THROTTLED);
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(again(root, user)).isEqualTo(Change.DONE);
        LinkProof second = fixture.linkTo(NEW);
        assertThat(accept(first, NEXT).isRefused(Refusal.INVALID_LINK)).isTrue();
        fixture.clock.advance(WEEK);
        assertThat(accept(second, NEXT).isRefused(Refusal.INVALID_LINK)).isTrue();
        root = caller("root@acme.example");
        assertThat(again(root, user)).isEqualTo(Change.DONE);
        LinkProof third = fixture.linkTo(NEW);
        assertThat(revoke(root, user)).isEqualTo(Change.DONE);
        assertThat(accept(third, NEXT).isRefused(Refusal.INVALID_LINK)).isTrue();
        assertThat(revoke(root, user)).isEqualTo(Change.NOT_FOUND);
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(invite(root, AccountDraft.ofEmail(NEW)).isDone()).isTrue();
        LinkProof fourth = fixture.linkTo(NEW);
        fixture.clock.advance(Duration.ofMinutes(5));
        fixture.requestCode(NEW);
        assertThat(fixture.enterCode(CodeIdentifier.email(NEW), fixture.codeTo(NEW))
                        .isDone())
                .isTrue();
        assertThat(accept(fourth, NEXT).isRefused(Refusal.INVALID_LINK)).isTrue();
    }

    @Test
    void invitations_are_listed_while_they_work() {
        UserId user = invite(root, AccountDraft.ofEmail(NEW)).orElseThrow().id();
        assertThat(auth.admin().invitations(root).orElseThrow()).singleElement().satisfies(each -> {
            assertThat(each.user()).isEqualTo(user);
            assertThat(each.recipient()).isEqualTo(NEW);
            assertThat(each.validUntil()).isEqualTo(fixture.clock.instant().plus(WEEK));
        });
        assertThat(auth.admin().invitations(staff("giver", "giver")).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(accept(fixture.linkTo(NEW), NEXT).isDone()).isTrue();
        assertThat(auth.admin().invitations(root).orElseThrow()).isEmpty();
    }

    @Test
    void the_role_stays_within_what_the_inviter_may_give() {
        Caller desk = staff("desk", "desk");
        assertThat(invite(desk, AccountDraft.ofEmail(NEW).withRole("payer")).refusal())
                .contains(Refusal.FORBIDDEN);
        Caller giver = staff("giver", "giver");
        assertThat(invite(giver, AccountDraft.ofEmail(NEW).withRole("payer")).refusal())
                .contains(Refusal.FORBIDDEN);
        assertThat(invite(giver, AccountDraft.ofEmail(NEW).withRole("desk")).refusal())
                .contains(Refusal.FORBIDDEN);
        assertThat(fixture.deliver().postbox.to(NEW)).isEmpty();
        assertThat(invite(desk, AccountDraft.ofEmail(NEW)).isDone()).isTrue();
        UserId beyond = invite(root, AccountDraft.ofEmail("payer@acme.example").withRole("payer"))
                .orElseThrow()
                .id();
        assertThat(again(desk, beyond)).isEqualTo(Change.FORBIDDEN);
        assertThat(revoke(desk, beyond)).isEqualTo(Change.FORBIDDEN);
    }

    @Test
    void an_account_that_was_not_invited_is_deleted_by_those_who_delete_alone() {
        Caller desk = staff("desk", "desk");
        UserId opened = auth.admin()
                .createAs(root, AccountDraft.ofEmail(NEW), WHY)
                .orElseThrow()
                .id();
        assertThat(revoke(desk, opened)).isEqualTo(Change.UNCHANGED);
        assertThat(auth.admin().find(opened)).isPresent();
        assertThat(again(desk, opened)).isEqualTo(Change.DONE);
        assertThat(revoke(desk, opened)).isEqualTo(Change.DONE);
    }

    @Test
    void an_address_of_an_account_and_a_draft_that_vouches_are_refused() {
        fixture.member("ana@acme.example");
        assertThat(invite(root, AccountDraft.ofEmail("ana@acme.example")).refusal())
                .contains(Refusal.IDENTIFIER_TAKEN);
        assertThat(invite(root, AccountDraft.ofUsername("nobody-1")).refusal()).contains(Refusal.NO_PROVEN_ADDRESS);
        AccountDraft draft = AccountDraft.ofEmail(NEW);
        for (AccountDraft wrong : List.of(draft.vouchingForIdentifiers(), draft.withPassword(Secret.of(NEXT)))) {
            assertThatThrownBy(() -> invite(root, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(31))) {
            assertThatThrownBy(() -> auth.admin().inviteAs(root, draft, wrong, WHY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        fixture.store.<Boolean>join(tx -> {
            assertThatThrownBy(() -> invite(root, draft)).isInstanceOf(ConnectionHeldException.class);
            return true;
        });
    }

    @Test
    void an_invitation_names_its_sender_and_the_role_only_where_the_host_allows_it() {
        Caller desk = named("Ana", "Ruiz");
        invite(desk, AccountDraft.ofEmail(NEW)).orElseThrow();
        assertThat(textTo(NEW)).doesNotContain("Ana", "payer");

        AuthSettings names =
                FlowFixture.settings().withSignUp(SignUpSettings.strict().allowNamesInInvitations());
        auth = fixture.nodeWith(
                builder -> builder.settings(names).roles(Role.named("payer").may("orders:pay")));
        invite(desk, AccountDraft.ofEmail("b@acme.example").withRole("payer")).orElseThrow();
        assertThat(textTo("b@acme.example")).contains("Ana Ruiz invited you to Acme with the role “payer”. ");
        invite(desk, AccountDraft.ofEmail("c@acme.example")).orElseThrow();
        assertThat(textTo("c@acme.example")).contains("Ana Ruiz invited you to Acme. ");
        named("evil.example", "");
        invite(desk, AccountDraft.ofEmail("d@acme.example")).orElseThrow();
        assertThat(textTo("d@acme.example")).doesNotContain("evil");
    }

    /** The superuser, whose default profile has that name. */
    private Caller named(String first, String last) {
        ProfileId own = auth.ownAccount().me(root).orElseThrow().active().id();
        Profiles.Draft named = new Profiles.Draft(new Person(first, last, null, null, null), "");
        auth.profiles().update(root, own, old -> named).orElseThrow();
        return root;
    }

    private String textTo(String address) {
        return fixture.deliver().postbox.lastTo(address).text();
    }

    private Outcome<UserInfo> invite(Caller caller, AccountDraft draft) {
        return auth.admin().inviteAs(caller, draft, Invitation.USUAL_LIFE, WHY);
    }

    private Change again(Caller caller, UserId user) {
        return auth.admin().inviteAgainAs(caller, user, WEEK, WHY);
    }

    private Change revoke(Caller caller, UserId user) {
        return auth.admin().revokeInvitationAs(caller, user, WHY);
    }

    private Outcome<PasswordSet> accept(LinkProof link, String password) {
        return auth.passwords().confirmReset(link, Secret.of(password));
    }

    private Outcome<SignIn> login(String password) {
        return auth.login().signIn(new PasswordLogin.Request(NEW, Secret.of(password), FlowFixture.WEB));
    }

    private Caller staff(String name, String role) {
        UserId id = auth.admin()
                .createAdministratorAs(root, admin(name, NewAdmin.Rank.STAFF))
                .orElseThrow()
                .id();
        auth.admin().setRole(id, role);
        return caller(name + "@acme.example");
    }

    private Caller caller(String email) {
        return fixture.caller(fixture.signedIn(email));
    }

    private static NewAdmin admin(String name, NewAdmin.Rank rank) {
        return new NewAdmin(name + "@acme.example", Secret.of(FlowFixture.PASSWORD), rank);
    }
}
