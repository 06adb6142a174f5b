package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.spring.security.LockstileSecurity;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages beside paths of the application, for a browser with cookies over http. */
class PagesTest {

    private static final Map<String, String> NOTE = Map.of("note", "hello");

    /** These hosts serve several cases, each of which has a browser of its own. */
    private static final ShopHost FALLBACK = host();

    private static final ShopHost OWN_CHAIN = host().with(Own.class);

    private static final Map<ShopHost, ConfigurableApplicationContext> RUNNING = new HashMap<>();

    @AfterAll
    static void close() {
        RUNNING.values().forEach(ConfigurableApplicationContext::close);
        RUNNING.clear();
    }

    @Test
    void a_form_of_another_site_is_refused() {
        signedIn(FALLBACK, (context, browser) -> {
            browser.get("/account/account/password");
            assertThat(browser.submit("/account/sign-out", Map.of(), "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.post("/account/sign-out", Map.of()).statusCode()).isEqualTo(403);
            HttpResponse<String> refused = browser.post("/own/form", NOTE);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("csrf_failed");
            assertThat(browser.post("/own/form", Map.of("_csrf", "guessed")).statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("/own/form").statusCode()).isEqualTo(200);
        });
    }

    @Test
    void a_mail_that_tells_to_sign_in_leads_to_the_sign_in_page() {
        signedIn(FALLBACK, (context, browser) -> {
            RecordingEmailSender emails = context.getBean(RecordingEmailSender.class);
            int before = emails.messages().size();
            Http.of(context).post("/auth/register/", Http.registration(GuardedHost.USER));
            emails.await(before + 1, Duration.ofSeconds(20));
            EmailMessage last = emails.messages().get(before);
            assertThat(last.subject()).startsWith("You already have an account");
            assertThat(last.html()).contains("/account/sign-in\"");
        });
    }

    @Test
    void cookies_of_an_ended_session_open_nothing() {
        signedIn(FALLBACK, (context, browser) -> {
            CookieBrowser copy = browser.copy();
            browser.get("/account/account");
            assertThat(browser.submit("/account/sign-out", Map.of()).statusCode())
                    .isEqualTo(303);
            assertThat(copy.get("/own/form").statusCode()).isEqualTo(401);
            assertThat(copy.cookies()).doesNotContainKeys("access", "refresh");
            assertThat(copy.get("/own/form").statusCode()).isEqualTo(401);
        });
    }

    @Test
    void a_form_of_the_application_is_taken_in_the_fallback_chain() {
        signedIn(FALLBACK, PagesTest::assertOwnForm);
    }

    @Test
    void a_form_of_the_application_is_taken_in_a_chain_of_the_application() {
        signedIn(OWN_CHAIN, PagesTest::assertOwnForm);
    }

    @Test
    void a_chain_without_the_check_takes_no_form_by_a_cookie() {
        signedIn(host().with(Unchecked.class), (context, browser) -> {
            assertThat(browser.get("/own/open").body()).isEqualTo("open for 1");
            HttpResponse<String> refused = browser.post("/own/form", NOTE);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("csrf_failed");
        });
    }

    @Test
    void a_cookie_that_is_over_is_like_none_where_none_is_needed() {
        signedIn(OWN_CHAIN, (context, browser) -> {
            CookieBrowser late = CookieBrowser.of(context);
            late.cookies().put("access", "over");
            assertThat(late.get("/own/open").body()).isEqualTo("open for none");
            assertThat(late.get("/account/assets/pages.css").statusCode()).isEqualTo(200);
            assertThat(late.get("/account/sign-in").statusCode()).isEqualTo(200);
            HttpResponse<String> closed = late.get("/own/form");
            assertThat(closed.statusCode()).isEqualTo(401);
            assertThat(closed.body()).contains("invalid_token");
        });
    }

    @Test
    void a_session_is_renewed_by_its_refresh_cookie() {
        signedIn(FALLBACK, (context, browser) -> {
            browser.cookies().put("access", "over");
            assertThat(browser.get("/own/form", "Sec-Fetch-Mode", "no-cors").statusCode())
                    .isEqualTo(401);
            assertThat(browser.get("/own/form").statusCode()).isEqualTo(200);
            assertThat(browser.cookies().get("access")).isNotEqualTo("over");
            browser.cookies().remove("access");
            assertThat(browser.submit("/own/form", NOTE).body()).isEqualTo("wrote for 1");
        });
    }

    @Test
    void without_spring_security_a_cookie_opens_protected_paths_and_changes_nothing() {
        ShopHost host = ShopHost.onH2()
                .with(OwnPages.class)
                .with("lockstile.pages.path", "/account")
                .with("lockstile.http.protected-paths", "/own/**");
        signedIn(host, (context, browser) -> {
            assertThat(browser.get("/own/name").body()).isEqualTo("1");
            assertThat(browser.post("/own/form", NOTE).statusCode()).isEqualTo(403);
            browser.cookies().remove("refresh");
            browser.cookies().put("access", "over");
            assertThat(browser.get("/own/name").statusCode()).isEqualTo(401);
            assertThat(browser.get("/account/sign-in").statusCode()).isEqualTo(200);
        });
    }

    private static void assertOwnForm(ConfigurableApplicationContext context, CookieBrowser browser) {
        assertThat(browser.get("/account/account").statusCode()).isEqualTo(200);
        assertThat(browser.get("/own/form").statusCode()).isEqualTo(200);
        assertThat(browser.submit("/own/form", NOTE).body()).isEqualTo("wrote for 1");
        browser.get("/account/account");
        assertThat(browser.submit("/account/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/own/form").statusCode()).isEqualTo(401);
    }

    private static ShopHost host() {
        return ShopHost.onH2().withSecurity().with(OwnPages.class).with("lockstile.pages.path", "/account");
    }

    private static void signedIn(ShopHost host, BiConsumer<ConfigurableApplicationContext, CookieBrowser> test) {
        ConfigurableApplicationContext context = RUNNING.computeIfAbsent(host, PagesTest::withUser);
        CookieBrowser browser = CookieBrowser.of(context);
        browser.signIn(GuardedHost.USER);
        assertThat(browser.cookies()).containsKeys("access", "refresh");
        test.accept(context, browser);
    }

    private static ConfigurableApplicationContext withUser(ShopHost host) {
        ConfigurableApplicationContext context = host.start();
        GuardedHost.bearer(context, GuardedHost.USER);
        return context;
    }

    @Controller
    static class OwnPages {

        @GetMapping("/own/form")
        @ResponseBody
        String form(@RequestAttribute("_csrf") CsrfToken csrf) {
            return "<form method=\"post\"><input type=\"hidden\" name=\"" + csrf.getParameterName() + "\" value=\""
                    + csrf.getToken() + "\"><input name=\"note\"></form>";
        }

        @PostMapping("/own/form")
        @ResponseBody
        String write(HttpServletRequest request) {
            return "wrote for " + request.getRemoteUser();
        }

        @GetMapping("/own/name")
        @ResponseBody
        String name(HttpServletRequest request) {
            return request.getRemoteUser();
        }

        @GetMapping("/own/open")
        @ResponseBody
        String open(@CurrentUser Caller caller) {
            return "open for " + (caller == null ? "none" : caller.user());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {

        @Bean
        SecurityFilterChain own(HttpSecurity http) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/own/open")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Unchecked {

        @Bean
        SecurityFilterChain unchecked(HttpSecurity http) {
            return http.with(LockstileSecurity.configurer(), Customizer.withDefaults())
                    .csrf(AbstractHttpConfigurer::disable)
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }
}
