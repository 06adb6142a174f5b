package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other sites and other people try with the pages. */
class ForeignFormsTest {

    private static final String PASSWORD = "plum-harbour-4417";
    private static final List<String> FORMS = List.of(
            "/sign-in",
            "/sign-out",
            "/code",
            "/register",
            "/forgotten",
            "/reset",
            "/account/password",
            "/account/change",
            "/account/profile",
            "/account/sessions/end-others",
            "/account/delete");

    @Test
    void a_form_that_another_site_sends_changes_nothing() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser ana = member(server);
            ana.open("/account");
            for (String form : FORMS) {
                assertThat(ana.submitFromElsewhere(form, Map.of("password", PASSWORD, "sure", "on"))
                                .statusCode())
                        .as(form)
                        .isEqualTo(403);
            }
            assertThat(ana.open("/account").statusCode())
                    .as("signed in, with the password and the account as before")
                    .isEqualTo(200);
            assertThat(server.kit.signIn("ana@example.com", PASSWORD)).isNotNull();
        }
    }

    @Test
    void a_form_without_its_token_or_with_that_of_another_browser_changes_nothing() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser ana = member(server);
            String foreign = server.browser("en")
                    .open("/sign-in")
                    .body()
                    .replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
            for (String form : FORMS) {
                for (String token : List.of("", "forged", foreign)) {
                    assertThat(ana.submit(form, Map.of("csrf", token)).statusCode())
                            .as(form)
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void entered_text_is_escaped() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            String markup = "<img src=x onerror=\"alert('1')\">&";
            PagesBrowser ana = member(server);
            ana.open("/account/profile");
            HttpResponse<String> account = ana.submitAndFollow(
                    "/account/profile", Map.of("first_name", markup, "last_name_1", "Sol", "label", markup));
            assertThat(account.body()).contains("&lt;img src=x onerror=&quot;").doesNotContain("<img", "onerror=\"");
            PagesBrowser nobody = server.browser("en");
            nobody.open("/register");
            assertThat(nobody.submit("/register", Map.of("first_name", markup, "email", markup))
                            .body())
                    .contains("&lt;img src=x onerror=&quot;")
                    .doesNotContain("<img", "onerror=\"");
            assertThat(nobody.open("/sign-in?next=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
        }
    }

    @Test
    void known_and_unknown_addresses_get_the_same_page() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            server.kit.member("ana@example.com", PASSWORD);
            for (String form : List.of("/forgotten", "/code")) {
                assertThat(answer(server, form, "ana@example.com"))
                        .as(form)
                        .isEqualTo(answer(server, form, "bea@example.com"));
            }
        }
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            server.kit.member("ana@example.com", PASSWORD);
            PagesBrowser ana = server.browser("en");
            ana.open("/sign-in");
            HttpResponse<String> answer =
                    ana.submit("/sign-in", Map.of("login", "ana@example.com", "password", PASSWORD));
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("; Path=/;", "; HttpOnly", "; SameSite=Lax"));
        }
    }

    @Test
    void a_form_longer_than_any_of_ours_is_refused() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser browser = server.browser("en");
            browser.open("/sign-in");
            assertThat(browser.submit("/sign-in", Map.of("login", "x".repeat(66_000)))
                            .statusCode())
                    .isEqualTo(400);
            Map<String, String> many = new HashMap<>();
            for (int i = 0; i < 41; i++) {
                many.put("field" + i, "x");
            }
            assertThat(browser.submit("/sign-in", many).statusCode()).isEqualTo(400);
        }
    }

    private static PagesBrowser member(PagesServer server) {
        server.kit.member("ana@example.com", PASSWORD);
        return server.browser("en").signedIn("ana@example.com", PASSWORD);
    }

    private static String answer(PagesServer server, String form, String email) {
        PagesBrowser browser = server.browser("en");
        browser.open(form);
        HttpResponse<String> page = browser.submitAndFollow(form, Map.of("contact", email));
        return page.statusCode()
                + page.uri().getPath()
                + page.body().replaceAll("value=\"[^\"]*\"", "").replace(email, "");
    }
}
