package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The session of a browser where the application is reached by https. */
class HttpsPagesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SignInRedirectTest.Guard.class)
    void its_cookies_are_bound_to_the_host_and_read_on_paths_of_the_application(SignInRedirectTest.Guard guard)
            throws Exception {
        Certificate certificate = Certificate.in(folder);
        try (ConfigurableApplicationContext context = certificate
                .serve(guard.host())
                .with("lockstile.base-url", "https://localhost")
                .start()) {
            Http http = Http.of(context, certificate.trust());
            GuardedHost.bearer(context, http, GuardedHost.USER);
            CookieBrowser browser = CookieBrowser.of(http);
            browser.get("/account/sign-in");
            HttpResponse<String> in =
                    browser.submit("/account/sign-in", Map.of("login", GuardedHost.USER, "password", Http.PASSWORD));
            assertBound(in.headers().allValues("Set-Cookie"));
            assertThat(browser.cookies()).containsKeys("__Host-access", "__Host-refresh");
            assertThat(browser.get("/own/name").body()).isEqualTo("1");
            browser.cookies().put("__Host-access", "over");
            HttpResponse<String> renewed = browser.get("/own/name");
            assertThat(renewed.body()).isEqualTo("1");
            assertBound(renewed.headers().allValues("Set-Cookie"));
            Map<String, String> names = Map.of("access", "x", "refresh", "x");
            CookieBrowser planted = CookieBrowser.of(http);
            planted.cookies().putAll(names);
            assertThat(planted.get("/own/name").body()).contains("not_authenticated");
            browser.get("/account/account");
            HttpResponse<String> out = browser.submit("/account/sign-out", Map.of());
            assertBound(out.headers().allValues("Set-Cookie"));
            assertThat(browser.get("/own/name").statusCode()).isEqualTo(401);
        }
    }

    /** A proxy that ends TLS: the address of the application decides, and not the connection. */
    @Test
    void behind_a_proxy_that_ends_tls_they_are_the_same() {
        try (ConfigurableApplicationContext context = SignInRedirectTest.Guard.FALLBACK
                .host()
                .with("lockstile.base-url", "https://shop.example")
                .start()) {
            GuardedHost.bearer(context, GuardedHost.USER);
            CookieBrowser browser = CookieBrowser.of(context);
            browser.signIn(GuardedHost.USER);
            assertThat(browser.cookies()).containsKeys("__Host-access", "__Host-refresh");
            assertThat(browser.get("/own/name").body()).isEqualTo("1");
            browser.get("/own/form");
            assertThat(browser.submit("/own/form", Map.of("note", "hello")).body())
                    .isEqualTo("wrote for 1");
        }
    }

    private static void assertBound(List<String> cookies) {
        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("; Path=/", "; Secure", "; HttpOnly")
                        .doesNotContain("Domain"));
    }
}
