package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.security.LockstileSecurity;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Requests of a client that wants in, on hosts that are set up in an unusual way. */
class HostileHostsTest {

    @Test
    void below_a_context_and_a_path_of_the_dispatcher_servlet_nothing_is_open() {
        try (ConfigurableApplicationContext context = host().withSecurity()
                .with("server.servlet.context-path", "/shop")
                .with("spring.mvc.servlet.path", "/app")
                .start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.status("GET", "/shop/app/actuator/health")).isEqualTo(200);
            for (String path : List.of(
                    "/shop/app/actuator/env",
                    "/shop/app/own/name",
                    "/shop/reports/x",
                    "/shop/app/files/prices.txt",
                    "/shop/auth/../reports/x",
                    "/shop/app;x/own/name",
                    "/shop;x/reports/x",
                    "/auth/../shop/reports/x",
                    "/shop/h2-console/")) {
                assertThat(http.status("GET", path)).as(path).isBetween(400, 401);
            }
            assertThat(http.status("GET", "/shop/auth/me/")).isEqualTo(401);
            assertThat(http.status("GET", "/shop/account/sign-in")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_actuator_is_kept_below_other_paths_on_a_port_of_its_own(boolean secured) {
        ShopHost host = host().with("management.server.port", "0")
                .with("management.server.base-path", "/inner")
                .with("management.endpoints.web.base-path", "/ops");
        try (ConfigurableApplicationContext context =
                (secured ? host.withSecurity() : host.with("lockstile.http.protected-paths", "/ops/**")).start()) {
            String user = GuardedHost.bearer(context, GuardedHost.USER);
            RawHttp management =
                    new RawHttp(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
            for (String path : List.of("/inner/ops/env", "/inner/ops", "/inner/ops/env/java.home", "/inner/OPS/env")) {
                assertThat(management.status("GET", path)).as(path).isBetween(400, 404);
                assertThat(management.status("GET", path, "Authorization", user))
                        .as(path)
                        .isBetween(400, 404);
            }
            assertThat(management.status("GET", "/inner/ops/env")).isEqualTo(401);
            assertThat(management.status("GET", "/inner/ops/env", "Authorization", user))
                    .isEqualTo(403);
            assertThat(management.status("GET", "/x/../inner/ops/env")).isGreaterThanOrEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/forward", "/open/dispatch"})
    void a_path_that_a_chain_opens_does_not_lead_to_one_that_the_fallback_closes(String path) {
        try (ConfigurableApplicationContext context =
                host().withSecurity().with(Open.class).start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.send("GET", path)).contains(" 401 ").doesNotContain("report for");
            assertThat(http.send("GET", path, "Authorization", GuardedHost.bearer(context, GuardedHost.USER)))
                    .contains("report for 1");
        }
    }

    @Test
    void a_session_of_the_applications_own_users_counts_in_its_chain_alone() {
        try (ConfigurableApplicationContext context =
                host().withSecurity().with(Clerks.class).start()) {
            CookieBrowser clerk = CookieBrowser.of(context);
            clerk.get("/login");
            String before = clerk.cookies().get("JSESSIONID");
            clerk.submit("/login", Map.of("username", "clerk", "password", "open-sesame"));
            assertThat(clerk.cookies().get("JSESSIONID")).as("fixation").isNotEqualTo(before);
            assertThat(clerk.get("/api/hello").body()).isEqualTo("hello stranger");
            assertThat(clerk.get("/files/prices.txt").statusCode()).isEqualTo(401);
            assertThat(clerk.get("/actuator/env").statusCode()).isEqualTo(401);
            GuardedHost.bearer(context, GuardedHost.USER);
            CookieBrowser member = CookieBrowser.of(context);
            member.signIn(GuardedHost.USER);
            clerk.cookies().putAll(member.cookies());
            assertThat(clerk.get("/api/hello").body()).contains("hello ana@");
            clerk.cookies().remove("access");
            clerk.cookies().remove("refresh");
            assertThat(clerk.get("/api/hello").body())
                    .as("the account is not kept in the session of the clerk")
                    .isEqualTo("hello stranger");
        }
    }

    /** Spring's own sign-out, as a form of the application sends it. */
    @Test
    void a_sign_out_in_a_chain_of_the_application_ends_the_session_of_the_pages() {
        try (ConfigurableApplicationContext context =
                host().withSecurity().with(PagesTest.Own.class).start()) {
            GuardedHost.bearer(context, GuardedHost.USER);
            CookieBrowser browser = CookieBrowser.of(context);
            browser.signIn(GuardedHost.USER);
            CookieBrowser copy = browser.copy();
            browser.get("/own/form");
            assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
            assertThat(browser.get("/own/form").statusCode()).isEqualTo(200);
            HttpResponse<String> out = browser.submit("/logout", Map.of());
            assertThat(out.statusCode()).isEqualTo(302);
            assertThat(browser.cookies()).doesNotContainKeys("access", "refresh");
            assertThat(copy.get("/own/form").statusCode()).isEqualTo(401);
        }
    }

    private static ShopHost host() {
        return ShopHost.onH2()
                .with(GuardedHost.class)
                .with(PagesTest.OwnPages.class)
                .with("lockstile.pages.path", "/account")
                .with("management.endpoints.web.exposure.include", "*");
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.securityMatcher("/open/**")
                    .with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Clerks {

        @Bean
        SecurityFilterChain forms(HttpSecurity http) {
            return http.securityMatcher("/api/**", "/login", "/logout")
                    .with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("clerk")
                    .password("{noop}open-sesame")
                    .roles("CLERK")
                    .build());
        }
    }
}
