package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cookies over a connection without TLS, as the one behind a proxy that ends TLS. */
class ProxiedCookiesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void a_host_reached_by_https_has_secure_cookies_of_its_own_behind_a_proxy_too() {
        assertThat(cookiesOf("https://acme.example"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").endsWith("; Secure"));
    }

    @Test
    void a_host_on_the_machine_itself_has_cookies_that_every_browser_keeps() {
        assertThat(cookiesOf("http://localhost:8080"))
                .isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie).doesNotStartWith("__Host-").doesNotContain("Secure"));
    }

    private static List<String> cookiesOf(String address) {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings()
                        .withLinks(LinkSettings.of(
                                URI.create(address + "/shop/account/confirm"),
                                URI.create(address + "/shop/account/reset")))));
        try (PagesServer server = new PagesServer(kit, PageSettings.defaults())) {
            kit.member(EMAIL, PASSWORD);
            PagesBrowser browser = server.browser("en");
            browser.open("/sign-in");
            HttpResponse<String> in = browser.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD));
            assertThat(in.statusCode()).isEqualTo(303);
            return in.headers().allValues("Set-Cookie");
        }
    }
}
