package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.spring.security.LockstileSecurity;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A chain of the application with its own form login, sessions and check against cross-site requests. */
class FormLoginTest {

    private static final String REFUSED = "__Host-access=x";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void users_of_the_application_sign_in_by_its_own_form() throws Exception {
        try (ConfigurableApplicationContext context = host().with(Clerks.class).start()) {
            assertThat(signIn(context, "clerk", "open-sesame")).isEqualTo("/");
            assertThat(signIn(context, "clerk", "wrong")).isEqualTo("/login?error");
        }
        try (ConfigurableApplicationContext context = host().with("spring.security.user.name", "clerk")
                .with("spring.security.user.password", "{noop}open-sesame")
                .start()) {
            assertThat(signIn(context, "clerk", "open-sesame")).isEqualTo("/");
        }
    }

    @Test
    void a_browser_without_a_session_is_led_to_the_form_of_the_application() {
        try (ConfigurableApplicationContext context = host().with(Clerks.class)
                .with("lockstile.pages.path", "/account")
                .start()) {
            RawHttp http = RawHttp.of(context);
            assertThat(http.send("GET", "/api/hello", "Accept", "text/html,*/*;q=0.8"))
                    .contains(" 302 ", "/login\r\n");
            assertThat(http.send("GET", "/api/hello", "Accept", "application/json"))
                    .contains(" 401 ", "not_authenticated");
            assertThat(http.send("GET", "/api/hello", "Accept", "*/*")).contains(" 401 ", "not_authenticated");
        }
    }

    @Test
    void without_users_the_form_lets_in_neither_accounts_nor_a_user_made_up() throws Exception {
        try (ConfigurableApplicationContext context = host().start()) {
            GuardedHost.bearer(context, GuardedHost.USER);
            assertThat(signIn(context, "user", "open-sesame")).isEqualTo("/login?error");
            assertThat(signIn(context, GuardedHost.USER, Http.PASSWORD)).isEqualTo("/login?error");
        }
    }

    @Test
    void a_refused_token_does_not_take_the_check_off() throws Exception {
        try (ConfigurableApplicationContext context = host().with(Clerks.class).start()) {
            signIn(context, "clerk", "open-sesame");
            assertThat(get(context, "/api/hello")).isEqualTo(200);
            RawHttp http = RawHttp.of(context);
            assertThat(post(context, "/logout", "", "Cookie", REFUSED).statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(post(context, "/logout", "", "Authorization", "Bearer x.y.z")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(context, "/api/hello")).as("still signed in").isEqualTo(200);
            assertThat(http.status("POST", "/login?username=clerk&password=open-sesame", "Cookie", REFUSED))
                    .isGreaterThanOrEqualTo(400);
            assertThat(http.status("POST", "/login?username=clerk&password=open-sesame"))
                    .isEqualTo(403);
        }
    }

    @Test
    void an_authenticated_bearer_request_needs_no_token_against_cross_site_requests() {
        try (ConfigurableApplicationContext context = host().start()) {
            String bearer = GuardedHost.bearer(context, GuardedHost.USER);
            Http http = Http.of(context);
            assertThat(http.post("/api/hello", "{}", "Authorization", bearer).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> refused = http.post("/api/hello", "{}", "Authorization", bearer + "x");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("invalid_token");
            assertThat(http.post("/api/hello", "{}", "Authorization", "Basic Y2xlcms6eA==")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_session_in_cookies_shows_the_header_of_the_endpoints() {
        try (ConfigurableApplicationContext context = host().start()) {
            GuardedHost.bearer(context, GuardedHost.USER);
            Http http = Http.of(context);
            HttpResponse<String> login =
                    http.post("/auth/login/basic/", Http.login(GuardedHost.USER), "X-Token-Transport", "cookie");
            StringBuilder cookies = new StringBuilder();
            login.headers()
                    .allValues("Set-Cookie")
                    .forEach(cookie -> cookies.append(cookie.split(";")[0]).append("; "));
            String csrf = Http.field("csrfToken", login.body());
            assertThat(http.post("/api/hello", "{}", "Cookie", cookies.toString(), "X-CSRF-Token", csrf)
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> without = http.post("/api/hello", "{}", "Cookie", cookies.toString());
            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.body()).contains("csrf_failed");
        }
    }

    private String signIn(ConfigurableApplicationContext context, String name, String password) throws Exception {
        String page = browser.send(
                        HttpRequest.newBuilder(address(context, "/login")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String token = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        return post(
                        context,
                        "/login",
                        "username=" + name + "&password=" + password + "&_csrf=" + token,
                        "X-Form",
                        "sign-in")
                .headers()
                .firstValue("Location")
                .orElse("none")
                .replace(Http.of(context).base().toString(), "");
    }

    private int get(ConfigurableApplicationContext context, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(context, path)).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> post(
            ConfigurableApplicationContext context, String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(context, path))
                .headers(headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(ConfigurableApplicationContext context, String path) {
        return Http.of(context).base().resolve(path);
    }

    private static ShopHost host() {
        return ShopHost.onH2()
                .withSecurity()
                .with(Forms.class)
                .with(GuardedHost.class)
                .with("lockstile.http.cookies", "true");
    }

    @Configuration(proxyBeanMethods = false)
    static class Forms {

        @Bean
        SecurityFilterChain forms(HttpSecurity http) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Clerks {

        @Bean
        UserDetailsService clerks() {
            return new InMemoryUserDetailsManager(User.withUsername("clerk")
                    .password("{noop}open-sesame")
                    .roles("CLERK")
                    .build());
        }
    }
}
