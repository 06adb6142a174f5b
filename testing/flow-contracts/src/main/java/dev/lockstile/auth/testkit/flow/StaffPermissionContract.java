package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.factor.FactorAdministration.Reset;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff administer by the permissions of their role, and where those end. */
abstract class StaffPermissionContract extends FlowContract {

    private static final Secret PASSWORD = Secret.of(FlowFixture.PASSWORD);
    private static final String ANA = "ana@acme.example";
    private static final String WHY = "ticket 7";

    private Auth auth;
    private Caller root;
    private UserId ana;

    /** For those who extend it. */
    protected StaffPermissionContract() {}

    @BeforeEach
    final void begin() {
        auth = fixture.nodeWith(builder -> builder.roles(
                Role.named("desk").may(AdminPermission.values()).may("orders:read"),
                Role.named("viewer").may(AdminPermission.USERS_READ),
                Role.named("buyer").may("orders:read"),
                Role.named("payer").may("orders:pay"),
                Role.named("clerk").may(AdminPermission.ROLES_ASSIGN),
                Role.named("greeter").may(AdminPermission.USERS_CREATE),
                Role.named("ADMIN"),
                Role.named("boss").may("orders:read").including("ADMIN")));
        auth.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = caller("root@acme.example");
        fixture.member(ANA);
        ana = caller(ANA).user();
    }

    @Test
    void staff_do_what_their_role_permits_and_are_named() {
        Caller desk = staff("desk", "desk");
        assertThat(admin().setRoleAs(desk, ana, "buyer", WHY)).isEqualTo(Change.DONE);
        assertThat(admin().markVerifiedAs(desk, ana, IdentifierKind.EMAIL, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().endSessionsAs(desk, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().disableAs(desk, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().enableAs(desk, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().deleteAs(desk, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(admin().restoreAs(desk, ana, WHY)).isEqualTo(Change.DONE);
        assertThat(auth.factorAdministration().resetAs(desk, ana, WHY)).isEqualTo(Reset.DONE);
        assertThat(admin().createAs(desk, AccountDraft.ofEmail("new@acme.example"), WHY)
                        .isDone())
                .isTrue();
        assertThat(fixture.events)
                .anySatisfy(event -> assertThat(event.detail()).contains("disabled, by user " + desk.user()));
    }

    @Test
    void a_permission_of_the_host_is_that_of_the_role_as_it_is_now() {
        Caller buyer = staff("buyer", "buyer");
        assertThat(auth.adminAuthorization().refusal(buyer, "orders:read")).isEmpty();
        assertThat(auth.adminAuthorization().refusal(buyer, "orders:pay")).contains(Refusal.FORBIDDEN);
        assertThat(auth.adminAuthorization().refusal(root, "orders:pay")).isEmpty();
        assertThat(admin().setRoleAs(root, ana, "buyer", WHY)).isEqualTo(Change.DONE);
        assertThat(auth.adminAuthorization().refusal(caller(ANA), "orders:read"))
                .as("an ordinary account has it for what is its own")
                .contains(Refusal.FORBIDDEN);
        assertThat(admin().setRoleAs(root, buyer.user(), "payer", WHY)).isEqualTo(Change.DONE);
        assertThat(auth.adminAuthorization().refusal(buyer, "orders:read")).isNotEmpty();
    }

    @Test
    void a_role_without_the_permission_and_the_right_staff_alone_open_nothing() {
        for (Caller caller : List.of(staff("viewer", "viewer"), staff("plain", "USER"))) {
            for (Function<Caller, Change> act : acts(ana)) {
                assertThat(act.apply(caller)).isEqualTo(Change.FORBIDDEN);
            }
            assertThat(auth.factorAdministration().resetAs(caller, ana, WHY)).isEqualTo(Reset.FORBIDDEN);
            assertThat(admin().createAs(caller, AccountDraft.ofEmail("x@acme.example"), WHY)
                            .refusal())
                    .contains(Refusal.FORBIDDEN);
        }
        assertThat(refusal(staff("second", "viewer"), AdminPermission.USERS_READ))
                .isEmpty();
        assertThat(refusal(staff("third", "viewer"), AdminPermission.AUDIT_READ))
                .isNotEmpty();
    }

    @Test
    void the_role_alone_administers_nothing_where_the_account_is_no_staff() {
        auth.admin().setRole(ana, "desk");
        Caller planted = caller(ANA);
        assertThat(planted.permissions()).containsExactly("orders:read");
        fixture.member("bea@acme.example");
        UserId bea = caller("bea@acme.example").user();
        for (Function<Caller, Change> act : acts(bea)) {
            assertThat(act.apply(planted)).isEqualTo(Change.FORBIDDEN);
        }
    }

    @Test
    void a_role_that_was_taken_away_counts_no_more_whatever_the_token_says() {
        Caller desk = staff("desk", "desk");
        auth.admin().setRole(desk.user(), "viewer");
        assertThat(desk.may(AdminPermission.USERS_DISABLE.text())).isTrue();
        assertThat(admin().disableAs(desk, ana, WHY)).isEqualTo(Change.FORBIDDEN);
    }

    @Test
    void no_account_of_staff_and_none_with_more_permissions_is_touched() {
        Caller desk = staff("desk", "desk");
        Caller other = staff("other", "USER");
        auth.admin().setRole(ana, "payer");
        for (UserId beyond : List.of(root.user(), other.user(), desk.user(), ana)) {
            for (Function<Caller, Change> act : acts(beyond)) {
                assertThat(act.apply(desk)).as(beyond.toString()).isEqualTo(Change.FORBIDDEN);
            }
            assertThat(auth.factorAdministration().resetAs(desk, beyond, WHY)).isEqualTo(Reset.FORBIDDEN);
        }
        auth.admin().delete(ana);
        assertThat(admin().restoreAs(desk, ana, WHY)).isEqualTo(Change.FORBIDDEN);
        assertThat(admin().restoreAs(root, ana, WHY)).isEqualTo(Change.DONE);
    }

    @Test
    void no_role_is_given_that_permits_more_than_the_caller_may() {
        Caller clerk = staff("clerk", "clerk");
        for (String beyond : List.of("desk", "payer", "viewer", "PAYER")) {
            assertThat(admin().setRoleAs(clerk, ana, beyond, WHY)).as(beyond).isEqualTo(Change.FORBIDDEN);
        }
        assertThat(admin().setRoleAs(clerk, ana, "clerk", WHY)).isEqualTo(Change.DONE);
        Caller desk = staff("desk", "desk");
        assertThat(admin().createAs(desk, AccountDraft.ofEmail("x@acme.example").withRole("payer"), WHY)
                        .refusal())
                .contains(Refusal.FORBIDDEN);
        assertThat(admin().setRoleAs(root, ana, "payer", WHY)).isEqualTo(Change.DONE);
    }

    @Test
    void a_role_that_permits_nothing_is_given_by_its_holders_and_superusers_alone() {
        Caller desk = staff("desk", "desk");
        for (String beyond : List.of("ADMIN", "admin", "boss")) {
            assertThat(admin().setRoleAs(desk, ana, beyond, WHY)).as(beyond).isEqualTo(Change.FORBIDDEN);
            assertThat(createAs(desk, AccountDraft.ofEmail("x@acme.example").withRole(beyond)))
                    .as(beyond)
                    .contains(Refusal.FORBIDDEN);
        }
        assertThat(admin().setRoleAs(root, ana, "ADMIN", WHY)).isEqualTo(Change.DONE);
        assertThat(admin().setRoleAs(desk, ana, "USER", WHY)).isEqualTo(Change.DONE);
    }

    @Test
    void vouching_and_a_role_want_their_own_permission_at_an_opening_too() {
        Caller greeter = staff("greeter", "greeter");
        AccountDraft plain = AccountDraft.ofEmail("x@acme.example");
        assertThat(createAs(greeter, plain.vouchingForIdentifiers())).contains(Refusal.FORBIDDEN);
        assertThat(createAs(greeter, plain.withRole("greeter"))).contains(Refusal.FORBIDDEN);
        assertThat(createAs(greeter, plain.withRole("user"))).isEmpty();
        Caller desk = staff("desk", "desk");
        AccountDraft vouched = AccountDraft.ofEmail("y@acme.example").vouchingForIdentifiers();
        assertThat(createAs(desk, vouched.withRole("buyer"))).isEmpty();
    }

    @Test
    void a_role_that_is_none_is_a_problem_of_the_field() {
        AccountDraft wrong = AccountDraft.ofEmail("x@acme.example").withRole("buyr");
        assertThat(createAs(staff("desk", "desk"), wrong)).contains(Refusal.INVALID_INPUT);
        assertThat(createAs(staff("greeter", "greeter"), wrong)).contains(Refusal.FORBIDDEN);
    }

    private Optional<Refusal> createAs(Caller caller, AccountDraft draft) {
        return admin().createAs(caller, draft, WHY).refusal();
    }

    @Test
    void staff_prove_who_they_are_as_superusers_do() {
        Caller desk = staff("desk", "desk");
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(admin().disableAs(desk, ana, WHY)).isEqualTo(Change.STEP_UP_REQUIRED);
        Caller fresh = caller("desk@acme.example");
        assertThat(refusal(fresh, AdminPermission.USERS_DISABLE)).isEmpty();
        auth.sessions().logout(fresh);
        assertThat(admin().disableAs(fresh, ana, WHY)).isEqualTo(Change.SESSION_ENDED);
    }

    private List<Refusal> refusal(Caller caller, AdminPermission permission) {
        return auth.adminAuthorization().refusal(caller, permission).stream().toList();
    }

    private List<Function<Caller, Change>> acts(UserId user) {
        return List.of(
                caller -> admin().setRoleAs(caller, user, "USER", WHY),
                caller -> admin().markVerifiedAs(caller, user, IdentifierKind.EMAIL, WHY),
                caller -> admin().disableAs(caller, user, WHY),
                caller -> admin().enableAs(caller, user, WHY),
                caller -> admin().deleteAs(caller, user, WHY),
                caller -> admin().endSessionAs(caller, user, root.session(), WHY),
                caller -> admin().endSessionsAs(caller, user, WHY));
    }

    private AccountAdministration admin() {
        return auth.admin();
    }

    private Caller staff(String name, String role) {
        UserId id = admin().createAdministratorAs(root, admin(name, NewAdmin.Rank.STAFF))
                .orElseThrow()
                .id();
        admin().setRole(id, role);
        return caller(name + "@acme.example");
    }

    private Caller caller(String email) {
        String access = FlowFixture.signIn(
                        auth.login().signIn(new PasswordLogin.Request(email, PASSWORD, FlowFixture.WEB)))
                .tokens()
                .access()
                .reveal();
        return auth.sessions().authenticate(access).orElseThrow();
    }

    private static NewAdmin admin(String name, NewAdmin.Rank rank) {
        return new NewAdmin(name + "@acme.example", PASSWORD, rank);
    }
}
