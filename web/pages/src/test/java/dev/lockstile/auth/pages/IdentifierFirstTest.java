package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address or number first, then the ways in, the same for every stranger. */
class IdentifierFirstTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    @Test
    void the_address_comes_first_and_the_password_second() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            server.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = server.browser("en");
            assertThat(ana.open("/sign-in?next=/shop/orders").body())
                    .contains("action=\"" + PagesServer.MOUNT + "/sign-in/ways\"", "autocomplete=\"username")
                    .doesNotContain("type=\"password\"");
            HttpResponse<String> asked =
                    ana.submitAndFollow("/sign-in/ways", Map.of("login", EMAIL, "next", "/shop/orders"));
            assertThat(asked.body())
                    .contains(EMAIL, "type=\"password\"", "name=\"contact\" value=\"" + EMAIL + "\"", "Email me a code")
                    .contains("/sign-in?next=/shop/orders\">Change");
            Map<String, String> typed = Map.of("login", EMAIL, "password", PASSWORD, "next", "/shop/orders");
            assertThat(location(ana.submit("/sign-in", typed))).isEqualTo("/shop/orders");
        }
    }

    @Test
    void an_unknown_address_gets_the_screens_of_a_known_one() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            server.kit.member("known@example.com", PASSWORD);
            List<String> known = screens(server.browser("en"), "known@example.com");
            List<String> stranger = screens(server.browser("en"), "other@example.com");
            assertThat(stranger).hasSize(4).isEqualTo(known);
        }
    }

    @Test
    void the_first_step_asks_no_service() {
        PagesServer server = PagesServer.with(PageSettings.defaults());
        PagesBrowser anybody = server.browser("en");
        anybody.open("/sign-in");
        server.kit.close();
        assertThat(anybody.submitAndFollow("/sign-in/ways", Map.of("login", EMAIL))
                        .body())
                .contains(EMAIL, "type=\"password\"");
        server.close();
    }

    @Test
    void a_wrong_code_is_told_beside_its_field_and_a_limit_above_the_form() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            server.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = server.browser("en");
            ana.open("/code");
            ana.submit("/code", Map.of("contact", EMAIL));
            ana.open("/code/verify");
            HttpResponse<String> wrong = ana.submit("/code/verify", Map.of("code", "00000000"));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body())
                    .contains("aria-describedby=\"code-error\"", "id=\"code-error\">That code isn’t right")
                    .doesNotContain("role=\"alert\"");
            assertThat(ana.submit("/code/resend", Map.of()).body()).contains("role=\"alert\"");
        }
    }

    @Test
    void a_wrong_password_leaves_the_person_on_the_second_page() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser anybody = server.browser("en");
            anybody.open("/sign-in");
            assertThat(anybody.submit("/sign-in/ways", Map.of("login", " ")).body())
                    .contains("aria-invalid=\"true\"", "/sign-in/ways");
            HttpResponse<String> wrong = anybody.submit("/sign-in", Map.of("login", EMAIL, "password", "x"));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("id=\"password-error\">Those sign-in details", EMAIL, "Email me a code");
            assertThat(anybody.open("/sign-in/ways").statusCode()).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, Email me a code, Text me a code",
        "+52 55 1234 5678, Text me a code, Email me a code",
        "ana, type=\"password\", me a code"
    })
    void the_ways_follow_from_what_was_typed(String login, String shown, String absent) {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser anybody = server.browser("en");
            anybody.open("/sign-in");
            assertThat(anybody.submitAndFollow("/sign-in/ways", Map.of("login", login))
                            .body())
                    .contains(shown)
                    .doesNotContain(absent);
        }
    }

    @Test
    void a_host_asks_for_both_on_one_page() {
        PageSettings settings =
                PageSettings.defaults().withEntry(EntrySettings.defaults().withSignInOnOnePage());
        try (PagesServer server = PagesServer.with(settings)) {
            PagesBrowser anybody = server.browser("en");
            assertThat(anybody.open("/sign-in").body()).contains("name=\"login\"", "name=\"password\"", "/code\"");
            assertThat(location(anybody.open("/sign-in/ways"))).endsWith("/sign-in");
        }
    }

    @Test
    void a_host_chooses_the_ways_and_their_order() {
        EntrySettings codesFirst = EntrySettings.defaults().withWays(SignInWay.CODE, SignInWay.PASSWORD);
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withEntry(codesFirst))) {
            PagesBrowser anybody = server.browser("en");
            anybody.open("/sign-in");
            String page = anybody.submitAndFollow("/sign-in/ways", Map.of("login", EMAIL))
                    .body();
            assertThat(page.indexOf("Email me a code")).isBetween(1, page.indexOf("type=\"password\""));
            assertThat(page).doesNotContain("/link\"");
        }
        EntrySettings noCodes = EntrySettings.defaults().withWays(SignInWay.PASSWORD);
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withEntry(noCodes))) {
            PagesBrowser anybody = server.browser("en");
            assertThat(anybody.open("/").body()).doesNotContain("/code\"");
            assertThat(location(anybody.open("/code"))).endsWith("/sign-in");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntrySettings.defaults().withWays());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntrySettings.defaults().withWays(SignInWay.CODE, SignInWay.CODE));
    }

    @Test
    void a_person_who_is_signed_in_is_led_on() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            server.kit.member(EMAIL, PASSWORD);
            PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
            assertThat(location(ana.open("/register"))).isEqualTo(PagesServer.MOUNT + "/account");
            assertThat(location(ana.open("/sign-in?next=/shop/orders"))).isEqualTo("/shop/orders");
            assertThat(location(ana.open("/code?next=/shop/cart"))).isEqualTo("/shop/cart");
            HttpResponse<String> sentBack = ana.open("/sign-in?next=/shop/cart");
            assertThat(sentBack.statusCode()).isEqualTo(200);
            assertThat(sentBack.body()).contains("name=\"login\"");
        }
    }

    /** The pages that a stranger sees, without what differs for every browser. */
    private static List<String> screens(PagesBrowser browser, String login) {
        String first = browser.open("/sign-in").body();
        String second =
                browser.submitAndFollow("/sign-in/ways", Map.of("login", login)).body();
        String wrong = browser.submit("/sign-in", Map.of("login", login, "password", "not-this-one-9"))
                .body();
        String code = browser.submitAndFollow("/code", Map.of("contact", login)).body();
        return List.of(plain(first, login), plain(second, login), plain(wrong, login), plain(code, login));
    }

    private static String plain(String page, String login) {
        return page.replaceAll("name=\"csrf\" value=\"[^\"]+\"", "").replace(login, "address");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }
}
