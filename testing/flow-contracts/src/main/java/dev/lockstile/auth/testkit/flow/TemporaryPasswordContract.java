package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.PasswordAdministration.TemporaryPassword;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.login.PasswordLogin.PasswordReplacement;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.ImportTx;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Temporary passwords that staff set, and the accounts to which they give none. */
abstract class TemporaryPasswordContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String NEXT = "walnut-bridge-9921";
    private static final String WHY = "ticket 7";

    private Auth auth;
    private Caller root;
    private UserId ana;

    /** For those who extend it. */
    protected TemporaryPasswordContract() {}

    @BeforeEach
    final void begin() {
        auth = fixture.nodeWith(builder -> builder.roles(
                Role.named("desk").may(AdminPermission.PASSWORDS_RESET),
                Role.named("viewer").may(AdminPermission.USERS_READ),
                Role.named("payer").may("orders:pay")));
        auth.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = caller("root@acme.example");
        fixture.member(ANA);
        ana = caller(ANA).user();
    }

    @Test
    void a_made_password_opens_the_account_once_it_is_replaced() {
        int before = fixture.deliver().postbox.to(ANA).size();
        Secret made = set(root, ana, TemporaryPassword.made()).orElseThrow();
        assertThat(made.reveal()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(before + 1);
        assertThat(login(FlowFixture.PASSWORD).isRefused(Refusal.INVALID_CREDENTIALS))
                .isTrue();
        Outcome<SignIn> asked = login(made.reveal());
        assertThat(asked.isRefused(Refusal.PASSWORD_CHANGE_REQUIRED)).isTrue();
        String ticket = String.valueOf(((Outcome.Refused<SignIn>) asked).challenge());
        assertThat(auth.login()
                        .replacePassword(new PasswordReplacement(Secret.of(ticket), Secret.of(NEXT), FlowFixture.WEB))
                        .isDone())
                .isTrue();
        assertThat(login(NEXT).isDone()).isTrue();
        assertThat(login(made.reveal()).isDone()).isFalse();
    }

    @Test
    void a_history_keeps_what_a_temporary_password_replaces_and_tells_staff_nothing() {
        PasswordHistoryFixture.assumeKept(fixture);
        auth = fixture.nodeWith(builder -> builder.passwordHistory(2));
        TemporaryPassword former = new TemporaryPassword(Secret.of(FlowFixture.PASSWORD), Duration.ofDays(1));
        for (int i = 0; i < 2; i++) {
            assertThat(set(root, ana, former).isDone()).isTrue();
            assertThat(PasswordHistoryFixture.kept(fixture, ana)).isOne();
        }
        String ticket = String.valueOf(((Outcome.Refused<SignIn>) login(FlowFixture.PASSWORD)).challenge());
        assertThat(PasswordHistoryFixture.codes(auth.login()
                        .replacePassword(new PasswordReplacement(
                                Secret.of(ticket), Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB))))
                .containsExactly("same_password");
        assertThat(auth.login()
                        .replacePassword(new PasswordReplacement(Secret.of(ticket), Secret.of(NEXT), FlowFixture.WEB))
                        .isDone())
                .isTrue();
        assertThat(PasswordHistoryFixture.kept(fixture, ana)).isOne();
    }

    @Test
    void a_temporary_password_ends_at_its_time() {
        Secret made =
                set(root, ana, new TemporaryPassword(null, Duration.ofDays(1))).orElseThrow();
        String ticket = String.valueOf(((Outcome.Refused<SignIn>) login(made.reveal())).challenge());
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(login(made.reveal()).isRefused(Refusal.INVALID_CREDENTIALS)).isTrue();
        assertThat(auth.login()
                        .replacePassword(new PasswordReplacement(Secret.of(ticket), Secret.of(NEXT), FlowFixture.WEB))
                        .isDone())
                .isFalse();
    }

    @Test
    void a_given_password_passes_the_policy() {
        Secret given = Secret.of("lantern-meadow-3310");
        assertThat(set(root, ana, new TemporaryPassword(given, Duration.ofDays(1)))
                        .orElseThrow()
                        .reveal())
                .isEqualTo(given.reveal());
        assertThat(set(root, ana, new TemporaryPassword(Secret.of("short"), Duration.ofDays(1)))
                        .refusal())
                .contains(Refusal.INVALID_INPUT);
        assertThat(login(given.reveal()).isRefused(Refusal.PASSWORD_CHANGE_REQUIRED))
                .isTrue();
    }

    @Test
    void staff_set_none_for_accounts_with_more_rights_and_none_without_the_permission() {
        Caller desk = staff("desk", "desk");
        Caller viewer = staff("viewer", "viewer");
        assertThat(set(viewer, ana, TemporaryPassword.made()).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(set(desk, ana, TemporaryPassword.made()).isDone()).isTrue();
        auth.admin().setRole(ana, "payer");
        for (UserId beyond : List.of(root.user(), viewer.user(), desk.user(), ana)) {
            assertThat(set(desk, beyond, TemporaryPassword.made()).refusal()).contains(Refusal.FORBIDDEN);
        }
        assertThat(set(root, root.user(), TemporaryPassword.made()).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(caller("desk@acme.example").user()).isEqualTo(desk.user());
    }

    @Test
    void an_account_that_a_password_does_not_open_gets_none() {
        UserId unproven = auth.admin()
                .create(AccountDraft.ofEmail("new@acme.example"))
                .orElseThrow()
                .id();
        assertThat(set(root, unproven, TemporaryPassword.made()).refusal()).contains(Refusal.NO_PROVEN_ADDRESS);
        auth.admin().disable(ana);
        assertThat(set(root, ana, TemporaryPassword.made()).refusal()).contains(Refusal.NO_PROVEN_ADDRESS);
        auth.admin().delete(ana);
        assertThat(set(root, ana, TemporaryPassword.made()).refusal()).contains(Refusal.NOT_FOUND);
    }

    @Test
    void a_life_without_bounds_and_a_transaction_that_holds_a_connection_are_refused() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(31), Duration.ofDays(-1))) {
            assertThatThrownBy(() -> new TemporaryPassword(null, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        fixture.store.<Boolean>join(tx -> {
            assertThatThrownBy(() -> set(root, ana, TemporaryPassword.made()))
                    .isInstanceOf(ConnectionHeldException.class);
            return true;
        });
        assertThat(login(FlowFixture.PASSWORD).isDone()).isTrue();
    }

    @Test
    void a_mark_of_the_host_counts_as_a_change_of_the_row() {
        Assumptions.assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.extension(ImportTx.class).isPresent()),
                "this store cannot be the target of an import");
        Instant before = fixture.clock.instant();
        NewUser imported = new NewUser(
                List.of(),
                Secret.of("pbkdf2_sha256$1$salt$hash"),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(before, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(before));
        UserId bea = fixture.store.<UserId>alone(tx -> tx.users().insert(imported));
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(isAsAt(bea, before)).isTrue();
        assertThat(fixture.auth.admin().requireNewPassword(bea)).isTrue();
        assertThat(isAsAt(bea, before)).as("an import leaves the mark alone").isFalse();
    }

    private boolean isAsAt(UserId user, Instant written) {
        return fixture.store.<Boolean>read(
                tx -> ImportTx.in(tx).written().untouched(user, written).isPresent());
    }

    private Outcome<Secret> set(Caller caller, UserId user, TemporaryPassword wanted) {
        return auth.admin().setTemporaryPasswordAs(caller, user, wanted, WHY);
    }

    private Outcome<SignIn> login(String password) {
        return auth.login().signIn(new PasswordLogin.Request(ANA, Secret.of(password), FlowFixture.WEB));
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
