package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A browser that never got the page with its new cookies, as a laptop that was closed meanwhile. */
class LostRefreshPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void a_browser_stays_signed_in_where_the_host_allows_a_retry() {
        AuthSettings settings = AuthTestKit.settings();
        assertThat(afterLostAnswer(settings.withSessions(settings.sessions().allowRefreshRetry())))
                .isEqualTo(200);
    }

    @Test
    void a_browser_is_signed_out_elsewhere() {
        assertThat(afterLostAnswer(AuthTestKit.settings())).isEqualTo(303);
    }

    private static int afterLostAnswer(AuthSettings settings) {
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore()).settings(settings));
        try (PagesServer server = new PagesServer(kit, PageSettings.defaults())) {
            kit.member(EMAIL, PASSWORD);
            PagesBrowser browser = server.browser("en");
            browser.open("/sign-in");
            String old = refreshCookie(browser.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD)));
            HttpResponse<String> lost = browser.openWith(old, "/account");
            assertThat(lost.statusCode()).isEqualTo(200);
            assertThat(refreshCookie(lost)).isNotEqualTo(old);
            kit.clock().advance(Duration.ofSeconds(12));
            HttpResponse<String> again = browser.openWith(old, "/account");
            return again.statusCode() == 200
                    ? browser.openWith(refreshCookie(again), "/account").statusCode()
                    : again.statusCode();
        }
    }

    private static String refreshCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("refresh="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
    }
}
