package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.role.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a filter demands of the roles that the host declares. */
class BearerAuthPermissionTest extends BearerAuthFixture {

    private BearerAuthFilter filter;
    private UserId ana;

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.roles(
                Role.named("admin"),
                Role.named("reader").may("orders:read"),
                Role.named("support").may("orders:refund").including("reader"));
    }

    @BeforeEach
    void demand() {
        filter = BearerAuthFilter.of(auth, HttpSettings.defaults().withClock(clock));
        map(handler, filter.demanding("orders:refund"), "/refunds/*");
        map(handler, filter.demanding("orders:read"), "/orders/*");
        map(handler, filter.demandingRole("READER"), "/readers/*");
        ana = auth.sessions()
                .authenticate(access(tokens("ana@example.com")))
                .orElseThrow()
                .user();
    }

    @Test
    void a_role_opens_what_it_permits_and_what_the_roles_permit_that_it_includes() {
        for (String path : List.of("/refunds/1", "/orders/1", "/readers/1")) {
            assertThat(bearing(access(tokens("ana@example.com"))).get(path).code())
                    .as(path)
                    .isEqualTo("forbidden");
        }
        auth.admin().setRole(ana, "support");
        for (String path : List.of("/refunds/1", "/orders/1", "/readers/1")) {
            assertThat(bearing(access(tokens("ana@example.com"))).get(path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        auth.admin().setRole(ana, "reader");
        assertThat(bearing(access(tokens("ana@example.com"))).get("/refunds/1").code())
                .isEqualTo("forbidden");
        assertThat(bearing(access(tokens("ana@example.com"))).get("/orders/1").status())
                .isEqualTo(200);
    }

    @Test
    void what_no_declared_role_has_cannot_be_demanded() {
        for (String wrong : List.of("orders:refnd", "", "support", "lockstile:users")) {
            assertThatThrownBy(() -> filter.demanding(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> filter.demandingRole("supprt")).isInstanceOf(IllegalArgumentException.class);
    }
}
