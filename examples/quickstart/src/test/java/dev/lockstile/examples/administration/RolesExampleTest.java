package dev.lockstile.examples.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import org.junit.jupiter.api.Test;

/** What docs/roles.md shows of roles with permissions. */
final class RolesExampleTest {

    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void the_shown_roles_permit_what_they_say() {
        AuthBuilder wiring = declared(Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings()));
        try (AuthTestKit kit = AuthTestKit.of(wiring)) {
            Caller clerk = caller(kit, "till-7", "USER");
            assertThatThrownBy(() -> refund(clerk)).isInstanceOf(SecurityException.class);
            refund(caller(kit, "till-8", "SUPPORT"));
            assertThat(caller(kit, "till-9", "lead").may("orders:read")).isTrue();
        }
    }

    private static AuthBuilder declared(AuthBuilder builder) {
        // region: declare
        builder.roles(
                Role.named("reader").may("orders:read"),
                Role.named("support").may("orders:refund").including("reader"),
                Role.named("lead")
                        .including("support")
                        .may(AdminPermission.USERS_READ, AdminPermission.USERS_DISABLE)); // for staff alone
        // end: declare
        return builder;
    }

    private static void refund(Caller caller) {
        // region: ask
        if (!caller.may("orders:refund")) {
            throw new SecurityException("no refunds by " + caller);
        }
        // end: ask
    }

    private static Caller caller(AuthTestKit kit, String name, String role) {
        kit.auth().admin().create(AccountDraft.ofUsername(name).withRole(role).withPassword(Secret.of(PASSWORD)));
        String access = kit.signIn(name, PASSWORD).tokens().access().reveal();
        return kit.auth().sessions().authenticate(access).orElseThrow();
    }
}
