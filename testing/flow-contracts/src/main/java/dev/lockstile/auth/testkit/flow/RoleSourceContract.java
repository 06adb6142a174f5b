package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.role.RoleSource;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that the host keeps outside of its code: which count, and from when on. */
abstract class RoleSourceContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final Duration AGE = Duration.ofSeconds(31);

    private final Kept kept = new Kept();
    private Auth auth;
    private UserId ana;

    /** For those who extend it. */
    protected RoleSourceContract() {}

    @BeforeEach
    final void begin() {
        kept.roles = List.of(
                Role.named("reader").may("orders:read"),
                Role.named("support").may("orders:refund").including("reader"));
        fixture.member(ANA);
        ana = fixture.signedIn(ANA).user().id();
        auth = fixture.nodeWith(
                builder -> builder.roles(Role.named("clerk").may("stock:read")).roleSource(kept));
    }

    @Test
    void a_role_of_the_source_permits_what_it_says_and_other_words_are_refused() {
        assertThat(auth.admin().setRole(ana, "SUPPORT")).isTrue();
        Caller caller = caller(auth, signIn(auth));
        assertThat(caller.permissions()).containsExactlyInAnyOrder("orders:refund", "orders:read");
        assertThat(caller.roles()).containsExactlyInAnyOrder("support", "reader");
        assertThatThrownBy(() -> auth.admin().setRole(ana, "editor")).isInstanceOf(IllegalArgumentException.class);
        assertThat(auth.roles().names()).containsExactly("USER", "clerk", "reader", "support");
    }

    @Test
    void a_change_counts_at_the_next_token_once_the_roles_are_read_again() {
        auth.admin().setRole(ana, "support");
        TokenPair first = signIn(auth);
        kept.roles = List.of(Role.named("support").may("orders:list"));
        TokenPair second = refreshed(first);
        assertThat(caller(auth, second).may("orders:refund")).isTrue();
        fixture.clock.advance(AGE);
        assertThat(caller(auth, refreshed(second)).permissions()).containsExactly("orders:list");
    }

    @Test
    void where_sessions_are_checked_a_change_counts_without_a_new_token() {
        AuthSettings usual = FlowFixture.settings();
        AuthSettings checked = usual.withSessions(usual.sessions().withSessionCheck(Duration.ZERO));
        Auth checking = fixture.nodeWith(checked, builder -> builder.roleSource(kept));
        checking.admin().setRole(ana, "support");
        TokenPair tokens = signIn(checking);
        assertThat(caller(checking, tokens).may("orders:refund")).isTrue();
        kept.roles = List.of();
        fixture.clock.advance(AGE);
        assertThat(caller(checking, tokens).permissions()).isEmpty();
    }

    @Test
    void a_source_widens_no_role_of_code_and_no_right() {
        kept.roles = List.of(
                Role.named("Clerk").may("stock:write"),
                Role.named("user").may("orders:all"),
                Role.named("staff").may("orders:all"),
                Role.named("SUPERUSER").may("orders:all"),
                Role.named("root").may("lockstile:everything"),
                Role.named("twin").may("orders:all"),
                Role.named("TWIN").may("orders:all"),
                Role.named("loose").including("root"),
                Role.named("robot").forPrograms(),
                Role.named("desk").may(AdminPermission.USERS_READ));
        assertThat(auth.roles().names()).containsExactly("USER", "clerk", "desk");
        auth.admin().setRole(ana, "clerk");
        assertThat(caller(auth, signIn(auth)).permissions()).containsExactly("stock:read");
        auth.admin().setRole(ana, "desk");
        assertThat(caller(auth, signIn(auth)).permissions())
                .as("permissions of administration count for staff alone")
                .isEmpty();
    }

    @Test
    void the_role_of_new_accounts_is_no_role_of_the_source() {
        AuthSettings settings = FlowFixture.settings().withSignUp(new SignUpSettings(false, false, false, "reader"));
        assertThatThrownBy(() -> fixture.nodeWith(settings, builder -> builder.roleSource(kept)))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("default-role-not-declared");
    }

    @Test
    void a_source_that_cannot_be_read_refuses_the_call_and_not_the_person() {
        kept.isOut = true;
        assertThatThrownBy(() -> signIn(auth)).isInstanceOf(StoreUnavailableException.class);
        kept.isOut = false;
        assertThat(caller(auth, signIn(auth)).permissions()).isEmpty();
    }

    @Test
    void a_superuser_has_what_the_roles_of_the_source_permit() {
        auth.admin()
                .createFirstSuperuser(
                        new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER));
        Caller root = caller(auth, signIn(auth, "root@acme.example"));
        assertThat(root.permissions()).contains("orders:refund", "stock:read", AdminPermission.USERS_READ.text());
    }

    @Test
    void staff_see_which_roles_are_of_code_and_which_of_the_source() {
        kept.roles = List.of(Role.named("desk").may("orders:refund").including("clerk"));
        auth.admin()
                .createFirstSuperuser(
                        new NewAdmin("root@acme.example", Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER));
        assertThat(auth.directory().roles(caller(auth, signIn(auth))).refusal()).contains(Refusal.FORBIDDEN);
        assertThat(auth.directory()
                        .roles(caller(auth, signIn(auth, "root@acme.example")))
                        .orElseThrow())
                .containsExactly(
                        new RoleInfo("USER", Set.of(), Set.of(), false, false),
                        new RoleInfo("clerk", Set.of(), Set.of("stock:read"), false, false),
                        new RoleInfo("desk", Set.of("clerk"), Set.of("orders:refund", "stock:read"), false, true));
    }

    private TokenPair signIn(Auth node) {
        return signIn(node, ANA);
    }

    private static TokenPair signIn(Auth node, String login) {
        return FlowFixture.signIn(node.login()
                        .signIn(new PasswordLogin.Request(login, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB)))
                .tokens();
    }

    private TokenPair refreshed(TokenPair tokens) {
        return auth.sessions().refresh(tokens.refresh()).orElseThrow();
    }

    private static Caller caller(Auth node, TokenPair tokens) {
        return node.sessions().authenticate(tokens.access().reveal()).orElseThrow();
    }

    private static final class Kept implements RoleSource {

        private Collection<Role> roles = List.of();
        private boolean isOut;

        @Override
        public Collection<Role> roles() {
            if (isOut) {
                throw new StoreUnavailableException("no roles at present", new IllegalStateException());
            }
            return roles;
        }
    }
}
