package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSetupException;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The host's own fields in the form of registration. */
class OwnFieldsTest {

    private static final HostField[] FIELDS = {
        HostField.text("company", 20).required(),
        HostField.number("seats", 1, 9),
        HostField.flag("news_letter"),
        HostField.date("founded")
    };

    @Test
    void what_may_not_be_stored_is_refused_at_its_field_and_what_was_typed_is_kept() {
        try (PagesServer server = server()) {
            PagesBrowser browser = server.browser("en");
            browser.open("/register");
            HttpResponse<String> refused = browser.submit(
                    "/register", typed(Map.of("own_seats", "12", "own_founded", "soon", "own_news_letter", "on")));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("id=\"own_company-error\"", "id=\"own_seats-error\"", "id=\"own_founded-error\"")
                    .contains("value=\"12\"", "id=\"own_news_letter\" checked");
            HttpResponse<String> tooLong = browser.submit("/register", typed(Map.of("own_company", "x".repeat(21))));
            assertThat(tooLong.body()).contains("id=\"own_company-error\"");
            assertThat(server.kit.deliver().emails().messages()).isEmpty();
        }
    }

    @Test
    void they_stand_in_the_form_and_are_stored() {
        try (PagesServer server = server()) {
            PagesBrowser browser = server.browser("en");
            assertThat(browser.open("/register").body())
                    .containsPattern("<label for=\"own_company\">Company</label>")
                    .containsPattern("name=\"own_company\" type=\"text\" required")
                    .contains("name=\"own_seats\" type=\"number\"", "type=\"checkbox\" name=\"own_news_letter\"")
                    .contains("> News letter</label>", "name=\"own_founded\" type=\"date\"");
            HttpResponse<String> sent = browser.submit(
                    "/register", typed(Map.of("own_company", "Acme", "own_seats", "3", "own_founded", "1990-12-31")));
            assertThat(sent.statusCode()).isEqualTo(303);
            assertThat(server.kit.deliver().emails().messages()).hasSize(1);
        }
    }

    @Test
    void those_of_a_profile_stand_in_its_form_are_demanded_and_are_stored() {
        try (PagesServer server = new PagesServer(
                AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                        .settings(AuthTestKit.settings())
                        .profileFields(HostField.text("badge", 9).required(), HostField.flag("night_shift"))),
                PageSettings.defaults())) {
            PagesBrowser browser = server.browser("en");
            server.kit.member("ana@example.com", "plum-harbour-4417");
            browser.signedIn("ana@example.com", "plum-harbour-4417");
            assertThat(browser.open("/account/profile").body())
                    .containsPattern("name=\"own_badge\" type=\"text\" required")
                    .contains("> Night shift</label>");
            HttpResponse<String> refused =
                    browser.submit("/account/profile", Map.of("first_name", "Ana", "own_night_shift", "on"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("id=\"own_badge-error\"", "id=\"own_night_shift\" checked");
            HttpResponse<String> saved = browser.submit(
                    "/account/profile", Map.of("first_name", "Ana", "own_badge", "A7", "own_night_shift", "on"));
            assertThat(saved.statusCode()).isEqualTo(303);
            String page = browser.open("/account").body();
            Matcher added = Pattern.compile("/account/profile\\?id=\\w+").matcher(page);
            String edit = added.results()
                    .map(MatchResult::group)
                    .reduce((one, next) -> next)
                    .orElseThrow();
            assertThat(browser.open(edit).body()).contains("value=\"A7\"", "id=\"own_night_shift\" checked");
        }
    }

    @Test
    void their_labels_are_texts_of_the_host_in_each_language() {
        PageOverrides texts = PageOverrides.none()
                .withText("es", "own.company", "Empresa")
                .withText("pt", "own.news_letter", "Boletim");
        try (PagesServer server = server(PageSettings.defaults().withOverrides(texts))) {
            assertThat(server.browser("es").open("/register").body())
                    .contains("<label for=\"own_company\">Empresa</label>", "> News letter</label>");
            assertThat(server.browser("pt").open("/register").body())
                    .contains("<label for=\"own_company\">Company</label>", "> Boletim</label>");
        }
        PageOverrides mistyped = PageOverrides.none().withText("es", "own.compani", "Empresa");
        assertThatThrownBy(() ->
                        server(PageSettings.defaults().withOverrides(mistyped)).close())
                .isInstanceOf(AuthSetupException.class)
                .hasMessageContaining("there is no text own.compani; the nearest are own.company");
    }

    private static Map<String, String> typed(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.putAll(Map.of("first_name", "Ana", "last_name_1", "Ruiz", "email", "ana@example.com", "terms", "on"));
        all.putAll(Map.of("password", "plum-harbour-4417", "password_confirm", "plum-harbour-4417"));
        return all;
    }

    private static PagesServer server() {
        return server(PageSettings.defaults());
    }

    private static PagesServer server(PageSettings settings) {
        return new PagesServer(
                AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                        .settings(AuthTestKit.settings())
                        .registrationFields(FIELDS)),
                settings);
    }
}
