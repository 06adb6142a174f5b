package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is signed in stands above every page; what is wrong with a form stands above it. */
class HeadOfPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final PagesServer server = PagesServer.with(PageSettings.defaults());

    @BeforeEach
    void begin() {
        server.kit.member(EMAIL, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/account/change", "/account/profile", "/account/delete", "/prove"})
    void a_page_names_the_person_and_has_a_way_out(String path) {
        String page = server.browser("en").signedIn(EMAIL, PASSWORD).open(path).body();
        assertThat(page).contains("<strong>Ana Ruiz</strong><br>" + EMAIL, "action=\"/shop/account/sign-out\"");
        assertThat(server.browser("en").open("/").body()).doesNotContain("Ana Ruiz", "/sign-out");
    }

    @Test
    void the_menu_leads_to_the_preferences_and_to_other_profiles() {
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        assertThat(ana.open("/account/change").body())
                .contains("/account/preferences\">")
                .doesNotContain("/account/profile/switch");
        ana.open("/account/profile");
        ana.submit("/account/profile", Map.of("first_name", "Work", "last_name_1", "Ruiz"));
        assertThat(ana.open("/account/change").body())
                .containsPattern("/account/profile/switch[\\s\\S]*Switch to Work Ruiz</button>");
    }

    @Test
    void the_page_of_an_error_names_no_account() {
        PagesBrowser ana = server.browser("en").signedIn(EMAIL, PASSWORD);
        assertThat(ana.open("/nowhere").body())
                .doesNotContain(EMAIL)
                .contains("href=\"/shop/account/account\">Back to my account");
    }

    @Test
    void all_wrong_fields_are_told_at_once_summed_up_and_led_to() {
        PagesBrowser browser = server.browser("en");
        browser.open("/register");
        String refused = browser.submit(
                        "/register", Map.of("email", "no address", "password", "x", "last_name_1", "Ruiz"))
                .body();
        assertThat(refused)
                .contains("role=\"alert\" tabindex=\"-1\" autofocus><p>Check 4 fields</p>")
                .contains(
                        "<a href=\"#first_name\">",
                        "<a href=\"#email\">",
                        "<a href=\"#password\">",
                        "<a href=\"#terms\">")
                .contains(
                        "id=\"first_name-error\"", "id=\"email-error\"", "id=\"password-error\"", "id=\"terms-error\"");
    }

    @Test
    void one_wrong_field_is_told_beside_it_alone() {
        PagesBrowser browser = server.browser("en");
        browser.open("/code");
        assertThat(browser.submit("/code", Map.of("contact", "")).body())
                .contains("id=\"contact-error\"", "aria-invalid=\"true\" autofocus")
                .doesNotContain("<p>Check ");
    }

    @Test
    void sessions_are_told_in_words_and_this_one_comes_first() {
        server.browser("en").signedIn(EMAIL, PASSWORD);
        String page =
                server.browser("en").signedIn(EMAIL, PASSWORD).open("/account").body();
        assertThat(page.indexOf("this device")).isPositive().isLessThan(page.indexOf("/account/sessions/end\""));
        assertThat(page).contains("active now", "signed in just now").doesNotContain("UTC", "0:0:0", "127.0.0");
    }
}
