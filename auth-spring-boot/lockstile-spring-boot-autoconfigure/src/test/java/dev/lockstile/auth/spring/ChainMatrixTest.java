package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.security.LockstileSecurity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What each caller reaches, whatever chains the application has. */
class ChainMatrixTest {

    /** Path, then the statuses for an unauthenticated caller, a user and a superuser. */
    private static final List<String> FALLBACK = List.of(
            "/auth/me/ 401 200 200",
            "/auth/.well-known/jwks.json 200 200 200",
            "/account/sign-in 200 200 200",
            "/account/assets/pages.css 200 200 200",
            "/reports/x 401 200 200",
            "/files/prices.txt 401 200 200",
            "/api/hello 401 200 200",
            "/api/admin 401 403 403",
            "/nothing 401 404 404",
            "/actuator 401 403 200",
            "/actuator/health 200 200 200",
            "/actuator/info 200 200 200",
            "/actuator/env 401 403 200",
            "/actuator/heapdump 401 403 -",
            "/livez 200 200 200",
            "/h2-console/ 401 403 200",
            "/h2-console/login.do 401 403 200");

    private static final List<String> SPELLINGS = List.of(
            "/auth/../reports/x",
            "/auth/..;/reports/x",
            "/account/..;/reports/x",
            "/account/../reports/x",
            "/auth/%2e%2e/reports/x",
            "//reports/x",
            "/./reports/x",
            "/;a=b/reports/x",
            "/reports;a=b/x",
            "/reports//x",
            "/reports%2Fx",
            "/reports%5Cx",
            "/reports\\x",
            "/reports/%252e",
            "/auth/..%2Freports/x",
            "/auth%2F..%2Freports/x",
            "/%72eports/x",
            "/reports/x/",
            "/auth/..\\reports/x",
            "/reports/%2e/x",
            "http://localhost/reports/x");

    @Test
    void without_a_chain_of_the_application() {
        assertMatrix(host(), FALLBACK);
    }

    @Test
    void a_chain_for_any_request_decides_and_methods_stay_secured() {
        assertMatrix(
                host().with(Whole.class),
                List.of(
                        "/auth/me/ 401 200 200",
                        "/account/sign-in 200 200 200",
                        "/account/assets/pages.css 200 200 200",
                        "/reports/x 401 200 200",
                        "/files/prices.txt 401 200 200",
                        "/api/hello 401 200 200",
                        "/api/admin 401 403 403",
                        "/actuator/env 401 200 200"));
    }

    @Test
    void a_narrow_chain_opens_nothing_else() {
        assertMatrix(host().with(Narrow.class), FALLBACK);
    }

    @Test
    void two_chains_decide_for_their_own_paths_alone() {
        List<String> rows = new ArrayList<>(FALLBACK);
        rows.replaceAll(row -> row.startsWith("/reports/x")
                ? "/reports/x 401 403 200"
                : row.startsWith("/files/") ? "/files/prices.txt 200 200 200" : row);
        assertMatrix(host().with(Two.class), rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"path_pattern_parser", "ant_path_matcher"})
    void without_spring_security_the_protected_paths_alone_are_closed(String strategy) {
        assertMatrix(
                unsecured().with("spring.mvc.pathmatch.matching-strategy", strategy),
                List.of(
                        "/auth/me/ 401 200 200",
                        "/auth/.well-known/jwks.json 200 200 200",
                        "/account/sign-in 200 200 200",
                        "/account/assets/pages.css 200 200 200",
                        "/reports/x 401 200 200",
                        "/files/prices.txt 401 200 200",
                        "/api/hello 401 200 200",
                        "/auth-like 200 200 200",
                        "/nothing 404 404 404",
                        "/actuator 401 403 200",
                        "/actuator/health 200 200 200",
                        "/actuator/env 401 403 200",
                        "/actuator/heapdump 401 403 -",
                        "/h2-console/ 401 403 200"));
    }

    private static void assertMatrix(ShopHost host, List<String> rows) {
        try (ConfigurableApplicationContext context = host.start()) {
            String[] callers = {
                "none",
                GuardedHost.bearer(context, GuardedHost.USER),
                GuardedHost.bearer(context, GuardedHost.SUPERUSER)
            };
            RawHttp http = RawHttp.of(context);
            List<String> seen = rows.stream()
                    .map(row -> seen(http, row.split(" "), callers))
                    .toList();
            assertThat(seen).containsExactlyElementsOf(rows);
            List<String> open = SPELLINGS.stream()
                    .filter(path -> List.of("GET", "HEAD", "POST", "OPTIONS").stream()
                            .anyMatch(method -> isPassed(http, method, path)))
                    .toList();
            assertThat(open).as("spellings of /reports/x without a token").isEmpty();
        }
    }

    private static boolean isPassed(RawHttp http, String method, String path) {
        String answer = http.send(method, path);
        int status = Integer.parseInt(answer.split(" ", 3)[1]);
        // another path that is nothing, or a method that the endpoints do not know
        return status < 400 || answer.contains("report for");
    }

    private static String seen(RawHttp http, String[] row, String... callers) {
        StringBuilder seen = new StringBuilder(row[0]);
        for (int caller = 0; caller < callers.length; caller++) {
            boolean left = row[caller + 1].equals("-");
            int status = left
                    ? 0
                    : caller == 0
                            ? http.status("GET", row[0])
                            : http.status("GET", row[0], "Authorization", callers[caller]);
            seen.append(' ').append(left ? "-" : String.valueOf(status));
        }
        return seen.toString();
    }

    private static ShopHost exposed() {
        return ShopHost.onH2()
                .with(GuardedHost.class)
                .with("lockstile.pages.path", "/account")
                .with("management.endpoints.web.exposure.include", "*")
                .with("management.endpoint.heapdump.access", "unrestricted")
                .with("management.endpoint.health.probes.enabled", "true")
                .with("management.endpoint.health.probes.add-additional-paths", "true");
    }

    private static ShopHost host() {
        return exposed().withSecurity();
    }

    private static ShopHost unsecured() {
        return exposed()
                .with(
                        "lockstile.http.protected-paths",
                        "/reports/**,/files/**,/api/**,/h2-console/**,/actuator,/actuator/env/**,/actuator/heapdump");
    }

    @Configuration(proxyBeanMethods = false)
    static class Whole {

        @Bean
        SecurityFilterChain whole(HttpSecurity http) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Narrow {

        @Bean
        SecurityFilterChain narrow(HttpSecurity http) {
            return http.securityMatcher("/actuator/health/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {

        @Bean
        SecurityFilterChain reportChain(HttpSecurity http) {
            return http.securityMatcher("/reports/**")
                    .with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("right:superuser"))
                    .build();
        }

        @Bean
        @Order(1)
        SecurityFilterChain fileChain(HttpSecurity http) {
            return http.securityMatcher("/files/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
