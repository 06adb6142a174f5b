package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The fallback chain where the application is set up in another way than usual. */
class FallbackChainTest {

    @Test
    void the_actuator_is_kept_for_superusers_at_another_path_and_at_the_root() {
        for (String base : new String[] {"/manage", "/"}) {
            try (ConfigurableApplicationContext context =
                    host().with("management.endpoints.web.base-path", base).start()) {
                RawHttp http = RawHttp.of(context);
                String root = base.equals("/") ? "" : base;
                String bearer = GuardedHost.bearer(context, GuardedHost.USER);
                assertThat(http.status("GET", root + "/health")).isEqualTo(200);
                assertThat(http.status("GET", root + "/env")).isEqualTo(401);
                assertThat(http.status("GET", root + "/env", "Authorization", bearer))
                        .isEqualTo(403);
                assertThat(http.status("GET", root + "/env/java.home", "Authorization", bearer))
                        .isEqualTo(403);
                assertThat(http.status("HEAD", root + "/env", "Authorization", bearer))
                        .isEqualTo(403);
                assertThat(http.status("OPTIONS", root + "/env")).isEqualTo(401);
            }
        }
    }

    @Test
    void the_actuator_is_kept_for_superusers_on_a_port_of_its_own() {
        try (ConfigurableApplicationContext context =
                host().with("management.server.port", "0").start()) {
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            String root = GuardedHost.bearer(context, GuardedHost.SUPERUSER);
            RawHttp management =
                    new RawHttp(context.getEnvironment().getRequiredProperty("local.management.port", Integer.class));
            assertThat(management.status("GET", "/actuator/health")).isEqualTo(200);
            assertThat(management.status("GET", "/actuator/env")).isEqualTo(401);
            assertThat(management.status("GET", "/actuator/env", "Authorization", bearer))
                    .isEqualTo(403);
            assertThat(management.status("GET", "/actuator/env", "Authorization", root))
                    .isEqualTo(200);
            assertThat(management.status("GET", "/auth/../actuator/env")).isGreaterThanOrEqualTo(400);
            assertThat(RawHttp.of(context).status("GET", "/actuator/env")).isEqualTo(401);
        }
    }

    /** The console takes the path of the page that includes it for its own. */
    private static final String REACHED = "File not found";

    @Test
    void what_a_page_of_the_application_includes_is_kept_for_superusers() {
        try (ConfigurableApplicationContext context = host().start()) {
            RawHttp http = RawHttp.of(context);
            String user = GuardedHost.bearer(context, GuardedHost.USER);
            String root = GuardedHost.bearer(context, GuardedHost.SUPERUSER);
            assertThat(http.send("GET", "/open/include/reports/x", "Authorization", user))
                    .contains("begin report for");
            assertThat(http.status("GET", "/open/include/reports/x")).isEqualTo(401);
            assertThat(http.send("GET", "/open/include/actuator/env", "Authorization", user))
                    .doesNotContain("propertySources");
            assertThat(http.send("GET", "/open/include/actuator/env", "Authorization", root))
                    .contains("propertySources");
            assertThat(http.send("GET", "/open/include/h2-console/", "Authorization", user))
                    .doesNotContain(REACHED);
            assertThat(http.send("GET", "/open/include/h2-console/", "Authorization", root))
                    .contains(REACHED);
        }
    }

    /** The endpoints are told by their servlet: their path alone opens nothing. */
    @Test
    void paths_that_look_like_the_endpoints_are_closed_where_the_endpoints_are_not_served() {
        try (ConfigurableApplicationContext context = host().with(UnderTheirPath.class)
                .with("lockstile.http.enabled", "false")
                .start()) {
            assertThat(RawHttp.of(context).status("GET", "/auth/own")).isEqualTo(401);
            assertThat(RawHttp.of(context).status("GET", "/dev/inbox")).isEqualTo(401);
        }
    }

    @Test
    void a_firewall_that_lets_more_paths_through_opens_nothing() {
        try (ConfigurableApplicationContext context =
                host().with(LooseFirewall.class).start()) {
            RawHttp http = RawHttp.of(context);
            for (String path : new String[] {"/auth/..;/files/prices.txt", "/auth/;/../../files/prices.txt"}) {
                assertThat(http.send("GET", path)).as(path).doesNotContain("coffee");
            }
        }
    }

    @Test
    void an_error_keeps_its_status_and_its_page_opens_nothing() {
        try (ConfigurableApplicationContext context = host().start()) {
            RawHttp http = RawHttp.of(context);
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(http.status("GET", "/api/broken", "Authorization", bearer))
                    .isEqualTo(500);
            assertThat(http.send("GET", "/api/later", "Authorization", bearer)).endsWith("later");
            assertThat(http.send("GET", "/open/forward", "Authorization", bearer))
                    .contains("report for 1");
            assertThat(http.status("GET", "/open/forward")).isEqualTo(401);
            assertThat(http.status("GET", "/error")).isEqualTo(401);
        }
    }

    /** Spring Security throws where the spelling hides the servlet, before its firewall looks at the path. */
    @Test
    void a_path_that_is_not_spelled_as_it_is_mapped_is_a_bad_request() {
        try (ConfigurableApplicationContext context =
                host().with(OwnChains.Whole.class).start()) {
            RawHttp http = RawHttp.of(context);
            for (String path : new String[] {
                "//auth/me/",
                "/auth;x/me/",
                "/x/../auth/me/",
                "/%61uth/me/",
                "/auth/..;/reports/x",
                "//reports/x",
                "/;a/reports/x"
            }) {
                assertThat(http.status("GET", path)).as(path).isEqualTo(400);
            }
            assertThat(http.status("GET", "/auth/me/")).isEqualTo(401);
        }
    }

    @Test
    void a_chain_whose_pattern_is_everything_starts_beside_it() {
        try (ConfigurableApplicationContext context =
                host().with(Everything.class).start()) {
            assertThat(RawHttp.of(context).status("GET", "/files/prices.txt")).isEqualTo(200);
            assertThat(RawHttp.of(context).status("GET", "/auth/me/")).isEqualTo(401);
        }
    }

    @Test
    void it_is_there_with_lazy_initialization() {
        try (ConfigurableApplicationContext context = host().with(OwnChains.Narrow.class)
                .with("spring.main.lazy-initialization", "true")
                .start()) {
            assertThat(RawHttp.of(context).status("GET", "/files/prices.txt")).isEqualTo(401);
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(RawHttp.of(context).status("GET", "/api/admin", "Authorization", bearer))
                    .isEqualTo(403);
        }
    }

    @Test
    void it_can_be_turned_off() {
        for (String name : new String[] {"fallback", "default-chain"}) {
            try (ConfigurableApplicationContext context =
                    host().with("lockstile.security." + name, "false").start()) {
                assertThat(context.getBeansOfType(SecurityFilterChain.class))
                        .containsOnlyKeys("lockstileEndpointChain");
                assertThat(RawHttp.of(context).status("GET", "/files/prices.txt"))
                        .isEqualTo(200);
                String bearer = GuardedHost.bearer(context, GuardedHost.USER);
                assertThat(context.getBean(UserDetailsService.class)).isNotNull();
                assertThat(RawHttp.of(context).status("GET", "/api/admin", "Authorization", bearer))
                        .as("no chain makes the token an authentication")
                        .isGreaterThanOrEqualTo(400);
            }
        }
    }

    private static ShopHost host() {
        return ShopHost.onH2()
                .withSecurity()
                .with(GuardedHost.class)
                .with("management.endpoints.web.exposure.include", "*");
    }

    @Controller
    static class UnderTheirPath {

        @GetMapping("/auth/own")
        @ResponseBody
        String own() {
            return "own";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Everything {

        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.securityMatcher("/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class LooseFirewall {

        @Bean
        HttpFirewall loose() {
            StrictHttpFirewall firewall = new StrictHttpFirewall();
            firewall.setAllowSemicolon(true);
            firewall.setAllowUrlEncodedSlash(true);
            firewall.setAllowUrlEncodedDoubleSlash(true);
            firewall.setAllowUrlEncodedPeriod(true);
            firewall.setAllowBackSlash(true);
            return firewall;
        }
    }
}
