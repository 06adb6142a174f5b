package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host chooses about the forms of registration, and what they tell before an error. */
class EntryFormsTest {

    @Test
    void a_registration_tells_the_rules_of_a_password_before_an_error() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            assertThat(server.browser("en").open("/register").body())
                    .contains("data-rules=\"password-hint\"", "aria-describedby=\"password-hint\"")
                    .containsPattern("<li data-min=\"\\d+\">At least \\d+ characters</li>")
                    .doesNotContain("password_confirm");
        }
    }

    @Test
    void terms_and_privacy_stand_in_the_form_and_at_the_end_of_every_page() {
        EntrySettings entry =
                EntrySettings.defaults().withTerms("/terms").withPrivacy("https://acme.example/privacy?a=1&b=2");
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withEntry(entry))) {
            assertThat(server.browser("en").open("/register").body())
                    .contains(
                            "I accept the <a href=\"/terms\" target=\"_blank\" rel=\"noopener\">terms and conditions</a>.")
                    .contains("href=\"https://acme.example/privacy?a=1&amp;b=2\" target=\"_blank\"");
            assertThat(server.browser("en").open("/sign-in").body()).contains("<a href=\"/terms\">Terms</a>");
        }
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            assertThat(server.browser("en").open("/register").body())
                    .contains("I accept the terms and conditions.")
                    .doesNotContain("privacy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example", "http://acme.example/terms", "https://a\"b/"})
    void an_address_of_another_scheme_is_refused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntrySettings.defaults().withTerms(address));
    }

    @Test
    void a_host_has_one_field_for_the_whole_name() {
        EntrySettings entry = EntrySettings.defaults().withOneNameField();
        try (PagesServer server = PagesServer.with(PageSettings.defaults().withEntry(entry))) {
            PagesBrowser ana = server.browser("en");
            assertThat(ana.open("/register").body())
                    .contains("name=\"name\"", "autocomplete=\"name\"")
                    .doesNotContain("first_name", "last_name_1");
            assertThat(ana.submit("/register", Map.of("email", "x")).body())
                    .contains("id=\"name-error\"", "id=\"email-error\"");
            Map<String, String> form = Map.of(
                    "name",
                    "Ana María Ruiz",
                    "email",
                    "ana@example.com",
                    "password",
                    "plum-harbour-4417",
                    "terms",
                    "on");
            assertThat(ana.submit("/register", form).statusCode()).isEqualTo(303);
        }
    }
}
