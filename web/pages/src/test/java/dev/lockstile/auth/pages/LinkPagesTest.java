package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in by a link on the pages: the browser that asked, by a button or by the code. */
class LinkPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void opening_the_link_changes_nothing_and_its_button_signs_in() {
        try (PagesServer server = server()) {
            PagesBrowser ana = asked(server);
            String token = server.kit.emails().lastLink(EMAIL).token();
            for (int i = 0; i < 10; i++) {
                assertThat(ana.open("/link?token=" + token).statusCode()).isEqualTo(200);
                assertThat(ana.head("/link?token=" + token).statusCode()).isEqualTo(200);
            }
            assertThat(ana.open("/account").statusCode()).as("not signed in").isEqualTo(303);
            ana.open("/link?token=" + token);
            HttpResponse<String> in = ana.submit("/link/open", Map.of("token", token));
            assertThat(in.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/account");
            assertThat(ana.open("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void another_browser_is_refused_and_uses_nothing_up() {
        try (PagesServer server = server()) {
            PagesBrowser ana = asked(server);
            String token = server.kit.emails().lastLink(EMAIL).token();
            PagesBrowser other = server.browser("en");
            assertThat(other.open("/link?token=" + token).body())
                    .contains("This link doesn’t work here", "/link\"")
                    .doesNotContain("/link/open\"");
            HttpResponse<String> refused = other.submit("/link/open", Map.of("token", token));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("This link doesn’t work here").contains(token);
            ana.open("/link/sent");
            String code = server.kit.emails().lastCode(EMAIL);
            assertThat(ana.submit(
                                    "/link/code",
                                    Map.of(
                                            "code",
                                            code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1)))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(ana.submit("/link/code", Map.of("code", code)).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void the_request_lies_in_a_cookie_that_no_other_site_sends() {
        try (PagesServer server = server()) {
            PagesBrowser ana = server.browser("en");
            ana.open("/link");
            HttpResponse<String> asked = ana.submit("/link", Map.of("email", EMAIL));
            assertThat(asked.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-login-link=")
                            .contains("HttpOnly", "SameSite=Strict"));
        }
    }

    @Test
    void a_host_without_links_has_no_page_of_them() {
        LinkSettings none =
                LinkSettings.of(URI.create("https://acme.example/confirm"), URI.create("https://acme.example/reset"));
        AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                .settings(AuthTestKit.settings().withLinks(none)));
        try (PagesServer server = new PagesServer(kit, PageSettings.defaults())) {
            PagesBrowser anybody = server.browser("en");
            assertThat(anybody.open("/link").statusCode()).isEqualTo(404);
            assertThat(anybody.open("/sign-in").body()).doesNotContain("/link\"");
        }
    }

    private static PagesServer server() {
        PagesServer server = PagesServer.with(PageSettings.defaults());
        server.kit.member(EMAIL, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(5));
        return server;
    }

    private static PagesBrowser asked(PagesServer server) {
        PagesBrowser ana = server.browser("en");
        ana.open("/link");
        assertThat(ana.submit("/link", Map.of("email", EMAIL)).statusCode()).isEqualTo(303);
        server.kit.deliver();
        return ana;
    }
}
