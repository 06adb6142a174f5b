package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.apikey.ApiKeySettings;
import dev.lockstile.auth.impersonation.ImpersonationSettings;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** A host with a role for programs, a superuser, and a person. */
abstract class ProgramFixture extends FlowContract {

    static final String ANA = "ana@acme.example";
    static final String WHY = "ticket 7";
    static final Role EXPORTER = Role.named("exporter").may("orders:read", "orders:export");

    Auth auth;
    Caller root;
    UserId ana;

    @BeforeEach
    final void begin() {
        auth = node(EXPORTER.forPrograms());
        auth.admin().createFirstSuperuser(admin("root", NewAdmin.Rank.SUPERUSER));
        root = caller("root@acme.example");
        fixture.member(ANA);
        ana = caller(ANA).user();
        fixture.events.clear();
    }

    final Auth node(Role exporter) {
        return node(exporter, UnaryOperator.identity());
    }

    /** The same that is wired further. */
    final Auth node(Role exporter, UnaryOperator<AuthBuilder> wiring) {
        return fixture.nodeWith(builder -> wiring.apply(builder)
                .roles(
                        exporter,
                        Role.named("desk").may(AdminPermission.values()).may("orders:read", "orders:export"),
                        Role.named("narrow").may(AdminPermission.values()).may("orders:read"),
                        Role.named("viewer").may(AdminPermission.USERS_READ))
                .impersonation(ImpersonationSettings.standard().allowOneFactor())
                .apiKeys(ApiKeySettings.withPrefix("acme").withPerAccount(3)));
    }

    final Caller staff(String name, String role) {
        UserId id = auth.admin()
                .createAdministratorAs(root, admin(name, NewAdmin.Rank.STAFF))
                .orElseThrow()
                .id();
        auth.admin().setRole(id, role);
        return caller(name + "@acme.example");
    }

    /** Puts the role of programs into the row of a person, as no flow does. */
    final void plant(UserId user) {
        fixture.deliver();
        boolean planted = fixture.store.<Boolean>alone(tx -> {
            StoredUser person = tx.users().byId(user).orElseThrow();
            return person.profiles().stream()
                    .allMatch(profile -> tx.profiles()
                            .assignRole(
                                    new ProfileStore.Owned(user, profile.id()), "EXPORTER", fixture.clock.instant()));
        });
        assertThat(planted).isTrue();
    }

    static NewAdmin admin(String name, NewAdmin.Rank rank) {
        return new NewAdmin(name + "@acme.example", Secret.of(FlowFixture.PASSWORD), rank);
    }

    final Caller caller(String email) {
        return auth.sessions()
                .authenticate(FlowFixture.signIn(login(email)).tokens().access().reveal())
                .orElseThrow();
    }

    final Outcome<SignIn> login(String name) {
        return auth.login().signIn(new PasswordLogin.Request(name, Secret.of(FlowFixture.PASSWORD), FlowFixture.WEB));
    }
}
