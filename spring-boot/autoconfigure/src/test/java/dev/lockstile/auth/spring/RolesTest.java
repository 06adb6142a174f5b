package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.role.RoleSource;
import dev.lockstile.auth.spring.security.LockstileSecurity;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.token.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Roles from properties and beans, and their permissions as authorities of Spring Security. */
class RolesTest {

    private static final String EMAIL = "ana@shop.example";
    private static final String DECLARED = "lockstile.roles.declared.";

    @Test
    void a_permission_of_a_role_is_an_authority() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .withSecurity()
                .with(Refunds.class)
                .with(DECLARED + "support.permissions", "orders:refund, orders:read")
                .with(DECLARED + "support.includes", "clerk")
                .with(DECLARED + "exporter.permissions", "orders:read")
                .with(DECLARED + "exporter.for-programs", "true")
                .start()) {
            Http http = Http.of(context);
            assertThat(context.getBean(Auth.class).roles().names())
                    .containsExactly("USER", "clerk", "exporter", "support");
            assertThat(context.getBean(Auth.class).roles().isForPrograms("exporter"))
                    .isTrue();
            assertThat(context.getBean(Auth.class).roles().isForPrograms("support"))
                    .isFalse();
            String before = bearer(register(context, http));
            assertThat(http.get("/api/refund", "Authorization", before).statusCode())
                    .isEqualTo(403);
            Auth auth = context.getBean(Auth.class);
            Caller ana = auth.sessions().authenticate(before.substring(7)).orElseThrow();
            auth.admin().setRole(ana.user(), "SUPPORT");
            String after = bearer(http.post("/auth/login/basic/", Http.login(EMAIL)));
            assertThat(http.get("/api/refund", "Authorization", after).body()).isEqualTo("refunded");
            assertThat(http.get("/api/clerk", "Authorization", after).body()).isEqualTo("clerk");
        }
    }

    @Test
    void a_bean_gives_roles_beside_those_of_properties() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with(StoredRoles.class)
                .with(DECLARED + "support.permissions", "orders:refund")
                .start()) {
            assertThat(context.getBean(Auth.class).roles().names()).containsExactly("USER", "lead", "support");
        }
    }

    @Test
    void a_role_that_is_not_usable_stops_the_start() {
        assertThatThrownBy(() -> ShopHost.onH2()
                        .with(DECLARED + "support.permissions", "refund")
                        .start())
                .hasStackTraceContaining("permission-not-usable");
        assertThatThrownBy(() -> ShopHost.onH2()
                        .with(DECLARED + "support.permission", "orders:refund")
                        .start())
                .hasStackTraceContaining("property-unknown");
    }

    private static HttpResponse<String> register(ConfigurableApplicationContext context, Http http) {
        HttpResponse<String> registered = http.post("/auth/register/", Http.registration(EMAIL));
        RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
        emails.await(1, Duration.ofSeconds(20));
        assertThat(http.confirm(emails.lastLink(EMAIL), registered).statusCode())
                .isEqualTo(200);
        return http.post("/auth/login/basic/", Http.login(EMAIL));
    }

    private static String bearer(HttpResponse<String> login) {
        return "Bearer " + Http.access(login);
    }

    /** Handlers that ask for a permission and for an included role. */
    @RestController
    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Refunds {

        @Bean
        Role clerk() {
            return Role.named("clerk").may("desk:open");
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }

        @GetMapping("/api/refund")
        @PreAuthorize("hasAuthority('orders:refund')")
        public String refund() {
            return "refunded";
        }

        @GetMapping("/api/clerk")
        @PreAuthorize("hasRole('clerk') and hasAuthority('desk:open')")
        public String clerkDesk() {
            return "clerk";
        }
    }

    @Configuration
    static class StoredRoles {

        @Bean
        RoleSource storedRoles() {
            return () -> List.of(Role.named("lead").including("support"));
        }
    }
}
