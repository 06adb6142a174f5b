package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Confirming the address of a registration by the code of the message. */
class ConfirmCodePagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final Pattern CHALLENGE = Pattern.compile("name=\"challenge\" value=\"([^\"]+)\"");

    private final PagesServer server = PagesServer.with(PageSettings.defaults());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_code_with_another_challenge_or_a_wrong_one_is_refused() {
        PagesBrowser ana = registered("en", EMAIL);
        String code = server.kit.deliver().emails().lastCode(EMAIL);
        PagesBrowser eve = registered("en", "eve@example.com");
        assertThat(code).hasSize(8);
        HttpResponse<String> foreign = confirm(eve, Map.of("code", code));
        assertThat(foreign.statusCode()).isEqualTo(401);
        assertThat(foreign.body()).contains("That code isn’t right or has expired");
        PagesBrowser nobody = server.browser("en");
        assertThat(CHALLENGE.matcher(nobody.open("/register/sent").body()).find())
                .isFalse();
        assertThat(nobody.submit("/confirm/code", Map.of("code", code)).statusCode())
                .isEqualTo(400);
        HttpResponse<String> wrong = confirm(ana, Map.of("code", other(code)));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(CHALLENGE.matcher(wrong.body()).find()).as("to try again").isTrue();
        assertThat(ana.submitFromElsewhere("/confirm/code", Map.of("code", code))
                        .statusCode())
                .isEqualTo(403);
        assertThat(confirm(ana, Map.of("code", code)).statusCode()).isEqualTo(303);
    }

    @Test
    void five_wrong_codes_end_the_right_one() {
        PagesBrowser ana = registered("en", EMAIL);
        String code = server.kit.deliver().emails().lastCode(EMAIL);
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(ana, Map.of("code", other(code))).statusCode()).isEqualTo(401);
        }
        assertThat(confirm(ana, Map.of("code", code)).statusCode()).isIn(401, 429);
    }

    @Test
    void one_use_ends_code_and_link() {
        PagesBrowser ana = registered("en", EMAIL);
        String code = server.kit.deliver().emails().lastCode(EMAIL);
        String challenge = challenge(ana.open("/register/sent"));
        assertThat(confirm(ana, Map.of("code", code)).statusCode()).isEqualTo(303);
        assertThat(challengeless(ana.open("/register/sent"))).isTrue();
        assertThat(ana.submit("/confirm/code", Map.of("code", code, "challenge", challenge))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_taken_address_is_answered_alike() {
        server.kit.member(EMAIL, PASSWORD);
        HttpResponse<String> taken = registered("en", EMAIL).open("/register/sent");
        HttpResponse<String> free = registered("en", "bea@example.com").open("/register/sent");
        assertThat(plain(taken)).isEqualTo(plain(free));
        assertThat(challenge(taken)).hasSameSizeAs(challenge(free));
    }

    @ParameterizedTest
    @CsvSource({"en, enter the code here", "es, escribe aquí su código", "pt, digite aqui o código"})
    void the_browser_that_registered_confirms_by_the_code_and_keeps_its_password(String language, String words) {
        PagesBrowser ana = registered(language, EMAIL);
        assertThat(ana.open("/register/sent").body()).contains(words);
        String code = server.kit.deliver().emails().lastCode(EMAIL);
        HttpResponse<String> confirmed = confirm(ana, Map.of("code", code.substring(0, 4) + " " + code.substring(4)));
        assertThat(confirmed.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/sign-in");
        assertThat(server.kit.signIn(EMAIL, PASSWORD)).isNotNull();
    }

    @Test
    void another_browser_shows_the_password_of_the_registration_or_chooses_a_new_one() {
        registered("en", EMAIL);
        registered("en", "bea@example.com");
        PagesBrowser ana = resent(EMAIL);
        String code = server.kit.emails().lastCode(EMAIL);
        assertThat(ana.open("/register/sent").body()).contains("You registered in another browser");
        Map<String, String> wrong = Map.of("code", code, "by_password", "yes", "password", "plum-harbour-9999");
        assertThat(confirm(ana, Map.of("code", code, "by_password", "yes")).statusCode())
                .as("no password typed")
                .isEqualTo(400);
        assertThat(confirm(ana, wrong).body()).contains("That’s not the password you registered with");
        Map<String, String> right = Map.of("code", code, "by_password", "yes", "password", PASSWORD);
        assertThat(confirm(ana, right).headers().firstValue("Location"))
                .as("signed in by that password")
                .contains(PagesServer.MOUNT + "/account");
        assertThat(server.kit.signIn(EMAIL, PASSWORD)).isNotNull();
        PagesBrowser bea = resent("bea@example.com");
        String hers = server.kit.emails().lastCode("bea@example.com");
        assertThat(confirm(bea, Map.of("code", hers)).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/reset?uid="));
    }

    private PagesBrowser registered(String language, String email) {
        PagesBrowser browser = server.browser(language);
        browser.open("/register");
        HttpResponse<String> sent = browser.submit(
                "/register",
                Map.of(
                        "first_name",
                        "Ana",
                        "last_name_1",
                        "Ruiz",
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "password_confirm",
                        PASSWORD,
                        "terms",
                        "on"));
        assertThat(sent.headers().firstValue("Location")).contains(PagesServer.MOUNT + "/register/sent");
        return browser;
    }

    private PagesBrowser resent(String email) {
        server.kit.deliver();
        server.kit.clock().advance(Duration.ofMinutes(5));
        PagesBrowser browser = server.browser("en");
        browser.open("/register/sent");
        assertThat(browser.submit("/register/resend", Map.of("email", email)).statusCode())
                .isEqualTo(303);
        server.kit.deliver();
        return browser;
    }

    /** Types this into the form as the page shows it. */
    private static HttpResponse<String> confirm(PagesBrowser browser, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("challenge", challenge(browser.open("/register/sent")));
        return browser.submit("/confirm/code", fields);
    }

    private static String challenge(HttpResponse<String> page) {
        Matcher found = CHALLENGE.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static boolean challengeless(HttpResponse<String> page) {
        return !CHALLENGE.matcher(page.body()).find();
    }

    private static String plain(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("[a-z]+@example.com", "");
    }

    private static String other(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }
}
