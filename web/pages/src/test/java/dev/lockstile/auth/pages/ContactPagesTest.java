package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One field takes an email address or a phone number, and no choice beside it says which. */
class ContactPagesTest {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final PagesServer server = PagesServer.with(PageSettings.defaults());

    @BeforeEach
    void register() {
        server.kit.member(EMAIL, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/code, ana@example.com",
        "/code, +52 55 1234 5678",
        "/forgotten, ana@example.com",
        "/forgotten, +52 55 1234 5678",
        "/account/change, bea@example.com",
        "/account/change, +52 55 1234 5678"
    })
    void an_address_and_a_number_are_told_apart_by_what_was_typed(String path, String contact) {
        PagesBrowser ana = path.equals("/code") ? server.browser("en") : ana("en");
        assertThat(ana.open(path).body()).contains("name=\"contact\"").doesNotContain("type=\"radio\"");
        HttpResponse<String> answer = ana.submit(path, Map.of("contact", contact));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    @Test
    void the_code_goes_where_the_field_says() {
        PagesBrowser ana = ana("en");
        ana.open("/account/change");
        ana.submit("/account/change", Map.of("contact", "+52 55 1234 5678"));
        String asked = ana.open("/account/change/confirm").body();
        assertThat(asked)
                .contains(
                        "We sent a code to +52 55 1234 5678",
                        "6 digits",
                        "You can request another message in 60 seconds")
                .doesNotContain("If your details match an account");
        server.kit.deliver();
        String code = server.kit.texts().lastCode("+525512345678");
        ana.open("/account/change/confirm");
        assertThat(ana.submit("/account/change/confirm", Map.of("code", code)).statusCode())
                .isEqualTo(303);
        assertThat(ana.open("/account").body()).contains("+52 55 1234 5678");
    }

    @ParameterizedTest
    @CsvSource({"email, Your email address, New email address, email", "phone, Your phone number, New phone number, tel"
    })
    void the_account_leads_to_a_form_for_an_address_or_for_a_number(
            String kind, String title, String label, String type) {
        PagesBrowser ana = ana("en");
        String path = "/account/change?kind=" + kind;
        assertThat(ana.open("/account").body()).contains(path);
        assertThat(ana.open(path).body())
                .contains("<h1>" + title + "</h1>", ">" + label + "</label>", "name=\"contact\" type=\"" + type + "\"");
        assertThat(ana.submit("/account/change", Map.of("contact", "neither", "kind", kind))
                        .body())
                .contains("<h1>" + title + "</h1>", "value=\"neither\"");
        assertThat(ana.open("/account/change?kind=username").body()).contains("<h1>Change email or phone</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/code", "/forgotten", "/account/change"})
    void what_is_neither_is_refused_for_that(String path) {
        for (String typed : new String[] {"ana", "", "Ana Ruiz"}) {
            PagesBrowser ana = path.equals("/code") ? server.browser("pt") : ana("pt");
            ana.open(path);
            HttpResponse<String> answer = ana.submit(path, Map.of("contact", typed));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains(
                            typed.isEmpty() ? "Este campo é obrigatório." : "É preciso um e-mail ou um telefone.",
                            "value=\"" + typed + "\"");
        }
    }

    private PagesBrowser ana(String language) {
        return server.browser(language).signedIn(EMAIL, PASSWORD);
    }
}
