package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SentLink;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that a person wanted to see stands at the end of every way to sign in. */
final class NextPageTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String NEXT = "/orders/17?page=2";
    private static final String ASKED = "?next=/orders/17%3Fpage%3D2";

    private final PagesServer server = PagesServer.with(PageSettings.defaults());
    private final PagesBrowser browser = server.browser("en");

    @BeforeEach
    void register() {
        server.kit.member(EMAIL, PASSWORD);
        server.kit.clock().advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_link_of_the_sign_in_page_and_of_the_other_ways_says_it() {
        String page = browser.open("/sign-in" + ASKED).body();
        page += browser.submitAndFollow("/sign-in/ways", Map.of("login", EMAIL, "next", NEXT))
                .body();
        for (String way : List.of("/sign-in", "/sign-in/ways", "/code", "/link")) {
            assertThat(page)
                    .containsPattern("action=\"" + MOUNT + way + "\">\\s*<input[^>]*>\\s*"
                            + "<input type=\"hidden\" name=\"next\" value=\"/orders/17\\?page=2\"");
        }
        for (String way : List.of("/forgotten", "/register")) {
            assertThat(page).contains("href=\"" + MOUNT + way + ASKED + "\"");
        }
        for (String way : List.of("/code", "/link", "/forgotten", "/register")) {
            String other = browser.open(way + ASKED).body();
            assertThat(other)
                    .as(way)
                    .contains("name=\"next\" value=\"" + NEXT + "\"")
                    .contains("href=\"" + MOUNT + "/sign-in" + ASKED + "\"")
                    .contains("next=%2Forders%2F17%3Fpage%3D2&amp;lang=pt");
        }
        assertThat(browser.open("/sign-in").body()).doesNotContain("?next=");
    }

    @Test
    void a_code_leads_to_it_also_after_a_mistake_and_another_code() {
        browser.open("/code" + ASKED);
        String refused =
                browser.submit("/code", Map.of("contact", "", "next", NEXT)).body();
        assertThat(refused).contains("name=\"next\" value=\"" + NEXT + "\"");
        HttpResponse<String> sent = browser.submit("/code", Map.of("contact", EMAIL, "next", NEXT));
        assertThat(location(sent)).isEqualTo(MOUNT + "/code/verify" + ASKED);
        assertThat(browser.openOnSite(location(sent)).body()).contains("name=\"next\" value=\"" + NEXT + "\"");
        server.kit.clock().advance(Duration.ofMinutes(2));
        assertThat(location(browser.submit("/code/resend", Map.of("next", NEXT))))
                .endsWith("/code/verify" + ASKED);
        String code = server.kit.deliver().emails().lastCode(EMAIL);
        browser.open("/code/verify" + ASKED);
        assertThat(location(browser.submit("/code/verify", Map.of("code", code, "next", NEXT))))
                .isEqualTo(NEXT);
    }

    @Test
    void a_link_and_its_code_lead_to_it_where_the_browser_asked() {
        ask(NEXT);
        String token = server.kit.deliver().emails().lastLink(EMAIL).token();
        browser.open("/link?token=" + token);
        assertThat(location(browser.submit("/link/open", Map.of("token", token))))
                .isEqualTo(NEXT);
        browser.open("/account");
        browser.submit("/sign-out", Map.of());
        server.kit.clock().advance(Duration.ofMinutes(5));
        ask("");
        String plain = server.kit.deliver().emails().lastLink(EMAIL).token();
        browser.open("/link?token=" + plain);
        assertThat(location(browser.submit("/link/open", Map.of("token", plain))))
                .as("the page of an earlier sign-in")
                .isEqualTo(MOUNT + "/account");
    }

    @Test
    void the_page_of_an_earlier_way_is_no_part_of_a_later_one() {
        ask(NEXT);
        server.kit.clock().advance(Duration.ofMinutes(5));
        ask("");
        String token = server.kit.deliver().emails().lastLink(EMAIL).token();
        browser.open("/link?token=" + token);
        assertThat(location(browser.submit("/link/open", Map.of("token", token))))
                .isEqualTo(MOUNT + "/account");
    }

    @Test
    void a_registration_leads_to_it_by_its_code_and_by_its_link() {
        browser.open("/register" + ASKED);
        HttpResponse<String> sent = browser.submit("/register", registration("bea@example.com"));
        assertThat(location(sent)).isEqualTo(MOUNT + "/register/sent" + ASKED);
        String challenge = browser.openOnSite(location(sent))
                .body()
                .replaceAll("(?s).*name=\"challenge\" value=\"([^\"]+)\".*", "$1");
        String code = server.kit.deliver().emails().lastCode("bea@example.com");
        HttpResponse<String> proven =
                browser.submit("/confirm/code", Map.of("challenge", challenge, "code", code, "next", NEXT));
        assertThat(location(proven)).isEqualTo(MOUNT + "/sign-in" + ASKED);

        browser.open("/register" + ASKED);
        browser.submit("/register", registration("cyn@example.com"));
        SentLink link = server.kit.deliver().emails().lastLink("cyn@example.com");
        browser.open("/confirm?uid=" + link.uid() + "&token=" + link.token());
        HttpResponse<String> confirmed = browser.submit("/confirm", Map.of("uid", link.uid(), "token", link.token()));
        assertThat(location(confirmed)).isEqualTo(MOUNT + "/sign-in" + ASKED);
    }

    @Test
    void a_reset_leads_to_it() {
        browser.open("/forgotten" + ASKED);
        HttpResponse<String> asked = browser.submit("/forgotten", Map.of("contact", EMAIL, "next", NEXT));
        assertThat(location(asked)).isEqualTo(MOUNT + "/forgotten/sent" + ASKED);
        assertThat(browser.open("/forgotten/sent" + ASKED).body()).contains(EMAIL, MOUNT + "/sign-in" + ASKED);
        SentLink link = server.kit.deliver().emails().lastLink(EMAIL);
        browser.open("/reset?uid=" + link.uid() + "&token=" + link.token());
        HttpResponse<String> changed = browser.submit(
                "/reset",
                Map.of(
                        "uid",
                        link.uid(),
                        "token",
                        link.token(),
                        "new_password",
                        "quince-meadow-5521",
                        "new_password_confirm",
                        "quince-meadow-5521"));
        assertThat(location(changed)).isEqualTo(NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/",
                "//evil.test/",
                "/\\evil.test",
                "/%2Fevil.test",
                "//3221226219",
                "/./evil.test",
                "/a?next=https://evil.test",
                "/a?b=\"><script>",
                "javascript:alert(1)",
                "/a\u00adb"
            })
    void no_other_address_is_kept(String hostile) {
        String asked = "?next=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8);
        for (String way : List.of("/sign-in", "/code", "/link", "/forgotten", "/register")) {
            assertThat(browser.open(way + asked).body())
                    .as(way)
                    .contains("name=\"next\" value=\"\"")
                    .doesNotContain("href=\"" + MOUNT + "/sign-in?", "href=\"" + MOUNT + "/code?");
        }
        browser.open("/code");
        assertThat(location(browser.submit("/code", Map.of("contact", EMAIL, "next", hostile))))
                .isEqualTo(MOUNT + "/code/verify");
        String code = server.kit.deliver().emails().lastCode(EMAIL);
        browser.plant(
                "__Host-next",
                Base64.getUrlEncoder().withoutPadding().encodeToString(hostile.getBytes(StandardCharsets.UTF_8)));
        browser.open("/code/verify");
        assertThat(location(browser.submit("/code/verify", Map.of("code", code, "next", hostile))))
                .isEqualTo(MOUNT + "/account");
    }

    private void ask(String next) {
        browser.open("/link");
        assertThat(browser.submit("/link", Map.of("email", EMAIL, "next", next)).statusCode())
                .isEqualTo(303);
    }

    private static Map<String, String> registration(String email) {
        return Map.of(
                "first_name",
                "Bea",
                "email",
                email,
                "terms",
                "on",
                "next",
                NEXT,
                "password",
                PASSWORD,
                "password_confirm",
                PASSWORD);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
