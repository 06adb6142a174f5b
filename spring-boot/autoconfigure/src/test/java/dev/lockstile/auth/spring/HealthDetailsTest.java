package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Who sees the details of health where the host shows them to authorized callers. */
class HealthDetailsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void superusers_alone_see_them(boolean secured) {
        try (ConfigurableApplicationContext context = host(secured).start()) {
            RawHttp http = RawHttp.of(context);
            String user = GuardedHost.bearer(context, GuardedHost.USER);
            String superuser = GuardedHost.bearer(context, GuardedHost.SUPERUSER);
            for (String path : new String[] {"/actuator/health", "/actuator/health/inner"}) {
                assertThat(http.send("GET", path)).contains("\"UP\"").doesNotContain("components");
                assertThat(http.send("GET", path, "Authorization", user))
                        .as(path)
                        .contains("\"UP\"")
                        .doesNotContain("components");
                assertThat(http.send("GET", path, "Authorization", superuser))
                        .as(path)
                        .contains("components", "messages.waiting");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void roles_that_the_host_names_see_them(boolean secured) {
        try (ConfigurableApplicationContext context =
                host(secured).with("management.endpoint.health.roles", "USER").start()) {
            String user = GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(RawHttp.of(context).send("GET", "/actuator/health", "Authorization", user))
                    .contains("components");
        }
    }

    private static ShopHost host(boolean secured) {
        ShopHost host = ShopHost.onH2()
                .with(GuardedHost.class)
                .with("management.endpoint.health.show-details", "when-authorized")
                .with("management.endpoint.health.group.inner.include", "lockstile,db")
                .with("management.endpoints.web.exposure.include", "*");
        return secured ? host.withSecurity() : host;
    }
}
