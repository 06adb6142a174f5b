package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
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

    private static Map<String, String> typed(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.putAll(Map.of("first_name", "Ana", "last_name_1", "Ruiz", "email", "ana@example.com", "terms", "on"));
        all.putAll(Map.of("password", "plum-harbour-4417", "password_confirm", "plum-harbour-4417"));
        return all;
    }

    private static PagesServer server() {
        return new PagesServer(
                AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
                        .settings(AuthTestKit.settings())
                        .registrationFields(FIELDS)),
                PageSettings.defaults());
    }
}
