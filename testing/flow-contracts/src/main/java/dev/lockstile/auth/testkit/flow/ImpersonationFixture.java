package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.impersonation.Impersonation.Acting;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** A host whose staff act for accounts, and people with and without rights. */
abstract class ImpersonationFixture extends FlowContract {

    static final Secret PASSWORD = Secret.of(FlowFixture.PASSWORD);
    static final String ANA = "ana@acme.example";
    static final String WHY = "ticket 7";

    Auth host;
    Caller root;
    Caller desk;
    UserId ana;

    @BeforeEach
    final void openHost() {
        host = with(ImpersonationSettings.standard());
        host.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = twoFactors(caller("root@acme.example"));
        desk = staff("desk", "desk");
        fixture.member(ANA);
        ana = caller(ANA).user();
    }

    Auth with(ImpersonationSettings settings) {
        return fixture.nodeWith(wiring(builder -> builder.impersonation(settings)));
    }

    /** A host that asks the store about each session. */
    Auth checking() {
        return fixture.nodeWith(
                FlowFixture.settings()
                        .withSessions(FlowFixture.settings().sessions().withSessionCheck(Duration.ZERO)),
                wiring(builder -> builder.impersonation(ImpersonationSettings.standard())));
    }

    static UnaryOperator<AuthBuilder> wiring(UnaryOperator<AuthBuilder> further) {
        return builder -> further.apply(builder.roles(
                Role.named("desk").may(AdminPermission.USERS_IMPERSONATE),
                Role.named("viewer").may(AdminPermission.USERS_READ),
                Role.named("payer").may("orders:pay"),
                Role.named("ADMIN")));
    }

    Outcome<Acting> begin(Caller caller, UserId user) {
        return host.impersonation().begin(caller, user, WHY);
    }

    /** The caller of the token by which the desk acts for the account. */
    Caller acting() {
        return authenticated(host, begin(desk, ana).orElseThrow());
    }

    static Caller authenticated(Auth node, Acting acting) {
        return node.sessions().authenticate(acting.accessToken().reveal()).orElseThrow();
    }

    Caller staff(String name, String role) {
        UserId id = host.admin()
                .createAdministratorAs(root, admin(name, NewAdmin.Rank.STAFF))
                .orElseThrow()
                .id();
        host.admin().setRole(id, role);
        return twoFactors(caller(name + "@acme.example"));
    }

    Caller caller(String email) {
        String access = FlowFixture.signIn(
                        host.login().signIn(new PasswordLogin.Request(email, PASSWORD, FlowFixture.WEB)))
                .tokens()
                .access()
                .reveal();
        return host.sessions().authenticate(access).orElseThrow();
    }

    /** The same caller once a second factor was shown. */
    static Caller twoFactors(Caller caller) {
        return new Caller(
                caller.user(),
                caller.session(),
                caller.profile(),
                caller.roles(),
                caller.rights(),
                caller.authTime(),
                caller.context().with(List.of("otp")),
                caller.permissions());
    }

    static NewAdmin admin(String name, NewAdmin.Rank rank) {
        return new NewAdmin(name + "@acme.example", PASSWORD, rank);
    }
}
