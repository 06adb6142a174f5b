package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.spring.security.LockstileSecurity;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.token.Caller;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class SecurityTest {

    private static final String EMAIL = "ana@shop.example";

    @Test
    void without_a_chain_of_its_own_the_application_lets_signed_in_users_in_alone() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().withSecurity().start()) {
            Http http = Http.of(context);
            String bearer = "Bearer " + Http.access(signIn(context, http));
            assertThat(http.get("/api/hello", "Authorization", bearer).body()).isEqualTo("hello " + EMAIL + "truetrue");
            assertContract(http.get("/api/hello"), 401, "not_authenticated");
            assertContract(http.get("/api/hello", "Authorization", "Bearer x.y.z"), 401, "invalid_token");
            assertThat(http.post("/api/hello", "{}", "Authorization", bearer).body())
                    .startsWith("wrote ");
            assertThat(http.post("/logout", "{}", "Authorization", bearer).statusCode())
                    .as("a path of the application's own")
                    .isEqualTo(404);
        }
    }

    @Test
    void roles_rights_and_recent_proofs_decide_in_a_chain_of_the_application() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().withSecurity().with(OwnChain.class).start()) {
            Http http = Http.of(context);
            String bearer = "Bearer " + Http.access(signIn(context, http));
            assertThat(http.get("/api/mine", "Authorization", bearer).body()).isEqualTo("mine");
            assertThat(http.get("/api/principal", "Authorization", bearer).body())
                    .startsWith("Caller[user=");
            assertContract(http.get("/api/admin", "Authorization", bearer), 403, "forbidden");
            assertContract(http.get("/api/admin"), 401, "not_authenticated");
            assertContract(http.get("/api/superuser", "Authorization", bearer), 403, "forbidden");
            assertThat(http.get("/api/payout", "Authorization", bearer).body()).isEqualTo("paid");
            context.getBean(MovableClock.class).later(Duration.ofMinutes(9).plusSeconds(50));
            String late = "Bearer " + Http.access(http.post("/auth/login/basic/", Http.login(EMAIL)));
            context.getBean(MovableClock.class).later(Duration.ofMinutes(10).plusSeconds(10));
            HttpResponse<String> stale = http.get("/api/payout", "Authorization", late);
            assertContract(stale, 403, "step_up_required");
            assertThat(http.get("/open").body()).isEqualTo("open");
        }
    }

    @Test
    void the_chain_of_the_application_never_sees_the_endpoints() {
        try (ConfigurableApplicationContext context =
                ShopHost.onH2().withSecurity().with(OwnChain.class).start()) {
            HttpResponse<String> answer =
                    Http.of(context).post("/auth/login/basic/", Http.login("nobody@shop.example"));
            assertContract(answer, 401, "invalid_credentials");
            assertThat(answer.headers().allValues("X-Frame-Options")).isEmpty();
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
    }

    @Test
    void a_session_in_cookies_is_an_authentication_and_changes_nothing_without_the_header() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .withSecurity()
                .with("lockstile.http.cookies", "true")
                .start()) {
            Http http = Http.of(context);
            signIn(context, http);
            HttpResponse<String> login =
                    http.post("/auth/login/basic/", Http.login(EMAIL), "X-Token-Transport", "cookie");
            StringBuilder cookies = new StringBuilder();
            login.headers()
                    .allValues("Set-Cookie")
                    .forEach(cookie -> cookies.append(cookie.split(";")[0]).append("; "));
            String csrf = Http.field("csrfToken", login.body());
            assertThat(http.get("/api/hello", "Cookie", cookies.toString()).statusCode())
                    .isEqualTo(200);
            assertContract(http.post("/api/hello", "{}", "Cookie", cookies.toString()), 403, "csrf_failed");
            assertThat(http.post("/api/hello", "{}", "Cookie", cookies.toString(), "X-CSRF-Token", csrf)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_resource_server_of_spring_accepts_the_access_tokens() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .withSecurity()
                .with(ResourceServer.class)
                .with("lockstile.tokens.issuer", "https://shop.example")
                .with("lockstile.tokens.audience", "shop")
                .start()) {
            Http http = Http.of(context);
            String access = Http.access(signIn(context, http));
            assertThat(http.get("/resource", "Authorization", "Bearer " + access)
                            .body())
                    .startsWith("resource of ");
            assertThat(http.get("/resource", "Authorization", "Bearer " + access + "x")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void without_spring_security_the_filter_knows_the_caller_and_protects_paths() {
        try (ConfigurableApplicationContext context = ShopHost.onH2()
                .with("lockstile.http.protected-paths", "/api/**")
                .start()) {
            Http http = Http.of(context);
            String bearer = "Bearer " + Http.access(signIn(context, http));
            assertThat(http.get("/api/hello", "Authorization", bearer).body()).isEqualTo("hello " + EMAIL + "truetrue");
            assertContract(http.get("/api/hello"), 401, "not_authenticated");
            assertContract(http.get("/api/hello", "Authorization", "Bearer x"), 401, "invalid_token");
        }
        try (ConfigurableApplicationContext context = ShopHost.onH2().start()) {
            assertThat(Http.of(context).get("/api/hello").body()).isEqualTo("hello stranger");
        }
    }

    private static HttpResponse<String> signIn(ConfigurableApplicationContext context, Http http) {
        HttpResponse<String> registered = http.post("/auth/register/", Http.registration(EMAIL));
        RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
        emails.await(1, Duration.ofSeconds(20));
        assertThat(http.confirm(emails.lastLink(EMAIL), registered).statusCode())
                .isEqualTo(200);
        HttpResponse<String> login = http.post("/auth/login/basic/", Http.login(EMAIL));
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        return login;
    }

    private static void assertContract(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).contains("\"" + code + "\"");
    }

    /** Moves when it is told to. */
    static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void later(Duration by) {
            now = now.plus(by);
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A chain of the application's own. */
    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class OwnChain {

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http, Auth auth) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/open")
                            .permitAll()
                            .requestMatchers("/api/superuser")
                            .hasAuthority("right:superuser")
                            .requestMatchers("/api/payout")
                            .access(LockstileSecurity.recentProof(auth))
                            .anyRequest()
                            .authenticated())
                    .build();
        }

        @Bean
        Guarded guarded() {
            return new Guarded();
        }
    }

    @RestController
    static class Guarded {

        @GetMapping("/open")
        String open() {
            return "open";
        }

        @GetMapping("/api/mine")
        @PreAuthorize("hasRole('USER')")
        String mine() {
            return "mine";
        }

        @GetMapping("/api/admin")
        @PreAuthorize("hasRole('ADMIN')")
        String admin() {
            return "admin";
        }

        @GetMapping("/api/principal")
        String principal(@AuthenticationPrincipal Caller caller) {
            return caller.toString();
        }

        @GetMapping("/api/superuser")
        String superuser() {
            return "superuser";
        }

        @GetMapping("/api/payout")
        String payout() {
            return "paid";
        }
    }

    /** Spring's own resource server, which knows the published keys alone. */
    @Configuration(proxyBeanMethods = false)
    static class ResourceServer {

        @Bean
        @Order(1)
        SecurityFilterChain resources(HttpSecurity http) {
            return http.securityMatcher("/resource")
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        JwtDecoder accessTokens(Environment environment) {
            return new SupplierJwtDecoder(() -> decoder("http://localhost:"
                    + environment.getProperty("local.server.port") + "/auth/.well-known/jwks.json"));
        }

        // spotless:off
        // region: resource-server
        static JwtDecoder decoder(String publishedKeys) {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(publishedKeys)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .validateType(false) // the validator does: the type is at+jwt (RFC 9068)
                    .build();
            decoder.setJwtValidator(JwtValidators.createAtJwtValidator()
                    .issuer("https://shop.example")
                    .audience("shop")
                    .clientId("shop")
                    .build());
            return decoder;
        }
        // end: resource-server
        // spotless:on

        @Bean
        Resource resource() {
            return new Resource();
        }
    }

    @RestController
    static class Resource {

        @GetMapping("/resource")
        String resource(@AuthenticationPrincipal Jwt token) {
            return "resource of " + token.getSubject();
        }
    }
}
