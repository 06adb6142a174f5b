package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.AuthorizedAdministration.UserProfile;
import dev.lockstile.auth.account.SignUpSettings;
import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Roles that the host declares: which words are roles, and what they permit from when on. */
@Tag("columns")
abstract class DeclaredRolesContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String ROOT = "root@acme.example";
    private static final Role[] ROLES = {
        Role.named("reader").may("orders:read"),
        Role.named("support").may("orders:refund").including("reader"),
        Role.named("editor")
    };

    private Auth auth;
    private UserId ana;

    /** For those who extend it. */
    protected DeclaredRolesContract() {}

    @BeforeEach
    final void begin() {
        fixture.member(ANA);
        ana = fixture.signedIn(ANA).user().id();
        auth = fixture.nodeWith(builder -> builder.roles(ROLES));
    }

    @Test
    void a_role_permits_what_is_declared_from_the_next_token_on() {
        TokenPair before = signIn(auth, ANA).tokens();
        assertThat(auth.admin().setRole(ana, "support")).isTrue();
        assertThat(caller(auth, before).may("orders:refund")).isFalse();
        TokenPair after = refreshed(before);
        assertThat(caller(auth, after).may("orders:refund")).isTrue();
        assertThat(caller(auth, after).may("orders:read")).isTrue();
        assertThat(caller(auth, after).roles()).containsExactlyInAnyOrder("support", "reader");
        auth.admin().setRole(ana, "USER");
        assertThat(caller(auth, refreshed(after)).permissions()).isEmpty();
    }

    @Test
    void where_sessions_are_checked_a_change_of_the_role_counts_at_once() {
        AuthSettings usual = FlowFixture.settings();
        AuthSettings checked = usual.withSessions(usual.sessions().withSessionCheck(Duration.ZERO));
        Auth checking = fixture.nodeWith(checked, builder -> builder.roles(ROLES));
        SignIn in = signIn(checking, ANA);
        assertThat(caller(checking, in).may("orders:refund")).isFalse();
        checking.admin().setRole(ana, "support");
        assertThat(caller(checking, in).may("orders:refund")).isTrue();
        checking.admin().setRole(ana, "reader");
        assertThat(caller(checking, in).may("orders:refund")).isFalse();
        assertThat(caller(checking, in).may("orders:read")).isTrue();
    }

    @Test
    void letter_case_makes_no_other_role() {
        auth.admin().setRole(ana, "Editor");
        assertThat(role()).isEqualTo("editor");
        assertThat(auth.admin()
                        .create(AccountDraft.ofEmail("bea@acme.example")
                                .withRole("EDITOR")
                                .vouchingForIdentifiers())
                        .toString())
                .doesNotContain("Invalid");
        fixture.auth.admin().setRole(ana, "SUPPORT"); // as a host without declarations wrote it
        assertThat(caller(auth, signIn(auth, ANA)).roles()).containsExactlyInAnyOrder("support", "reader");
        assertThat(caller(auth, signIn(auth, ANA)).may("orders:refund")).isTrue();
    }

    @Test
    void a_word_that_is_no_declared_role_is_refused_wherever_one_is_given() {
        auth.admin().createFirstSuperuser(new NewAdmin(ROOT, Secret.of(FlowFixture.PASSWORD), NewAdmin.Rank.SUPERUSER));
        Caller root = caller(auth, signIn(auth, ROOT));
        UserProfile owned = new UserProfile(ana, signIn(auth, ANA).active().id());
        for (String word : List.of("editr", "STAFF", "superuser", "", "x".repeat(31))) {
            assertThatThrownBy(() -> auth.admin().setRole(ana, word)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> auth.admin().setRole(ana, owned.profile(), word))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(auth.admin().setRoleAs(root, ana, word, "ticket 7")).isEqualTo(Change.UNKNOWN_ROLE);
            assertThat(auth.admin().setRoleAs(root, owned, word, "ticket 7")).isEqualTo(Change.UNKNOWN_ROLE);
            assertThat(auth.admin()
                            .create(AccountDraft.ofEmail("bea@acme.example").withRole(word)))
                    .asString()
                    .contains("role");
        }
        assertThat(role()).isEqualTo("USER");
    }

    @Test
    void a_caller_without_the_right_does_not_learn_which_words_are_roles() {
        Caller self = caller(auth, signIn(auth, ANA));
        assertThat(auth.admin().setRoleAs(self, ana, "editr", "ticket 7")).isEqualTo(Change.FORBIDDEN);
    }

    @Test
    void a_stored_word_that_is_not_declared_stays_and_permits_nothing() {
        fixture.auth.admin().setRole(ana, "WIZARD");
        Caller caller = caller(auth, signIn(auth, ANA));
        assertThat(caller.roles()).containsExactly("WIZARD");
        assertThat(caller.permissions()).isEmpty();
    }

    @Test
    void without_declarations_words_are_as_they_were() {
        fixture.auth.admin().setRole(ana, "WIZARD");
        assertThat(fixture.caller(fixture.signedIn(ANA)).roles()).containsExactly("WIZARD");
        fixture.auth.admin().setRole(ana, "wizard");
        assertThat(fixture.caller(fixture.signedIn(ANA)).roles()).containsExactly("wizard");
        assertThat(fixture.caller(fixture.signedIn(ANA)).permissions()).isEmpty();
    }

    @Test
    void the_role_of_new_accounts_is_declared() {
        AuthSettings settings = FlowFixture.settings().withSignUp(new SignUpSettings(false, false, false, "customer"));
        assertThatThrownBy(() -> fixture.nodeWith(settings, builder -> builder.roles(ROLES)))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("default-role-not-declared");
        assertThatThrownBy(() -> fixture.nodeWith(
                        builder -> builder.roles(Role.named("a").may("b"))))
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("permission-not-usable");
    }

    @Test
    void a_policy_of_second_factors_asks_for_a_role_in_any_letter_case() {
        assumeSecondFactors();
        Auth wanting = fixture.nodeWith(builder -> builder.roles(ROLES)
                .secondFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.role("SUPPORT"))));
        assertThat(caller(wanting, signIn(wanting, ANA)).roles()).containsExactly("USER");
        wanting.admin().setRole(ana, "support");
        assertThat(wanting.login()
                        .signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB))
                        .getClass()
                        .getSimpleName())
                .isEqualTo("SecondFactorRequired");
    }

    @Test
    void a_policy_of_second_factors_counts_included_roles() {
        assumeSecondFactors();
        Auth wanting = fixture.nodeWith(builder -> builder.roles(ROLES)
                .secondFactors(SecondFactorSettings.optional().requiredOf(SecondFactorPolicy.role("READER"))));
        wanting.admin().setRole(ana, "editor");
        assertThat(caller(wanting, signIn(wanting, ANA)).roles()).containsExactly("editor");
        wanting.admin().setRole(ana, "support");
        assertThat(wanting.login()
                        .signIn(new PasswordLogin.Request(ANA, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB))
                        .getClass()
                        .getSimpleName())
                .isEqualTo("SecondFactorRequired");
    }

    private void assumeSecondFactors() {
        assumeTrue(
                fixture.store.<Boolean>read(tx -> tx.factors().totps().isMapped()),
                "this store keeps no second factors");
    }

    private String role() {
        return signIn(auth, ANA).active().status().role();
    }

    private SignIn signIn(Auth node, String email) {
        return FlowFixture.signIn(node.login()
                .signIn(new PasswordLogin.Request(email, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB)));
    }

    private TokenPair refreshed(TokenPair tokens) {
        return auth.sessions().refresh(tokens.refresh()).orElseThrow();
    }

    private static Caller caller(Auth node, SignIn in) {
        return caller(node, in.tokens());
    }

    private static Caller caller(Auth node, TokenPair tokens) {
        return node.sessions().authenticate(tokens.access().reveal()).orElseThrow();
    }
}
