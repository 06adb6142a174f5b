package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of a host's own templates: a page is answered whole or not at all. */
class ErrorPageTest {

    private static final String FAILS_AT_ITS_END = "<h1>Acme</h1>{{ noSuchName }}";

    @Test
    void a_page_that_fails_is_answered_with_the_page_of_errors() {
        try (PagesServer server = PagesServer.with(PageOverrides.none().withTemplate("home", FAILS_AT_ITS_END))) {
            HttpResponse<String> answer = server.browser("en").open("/");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("</html>").doesNotContain("Acme</h1>", "noSuchName");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "layout"})
    void a_page_of_errors_that_fails_ends_in_the_error_of_the_server(String template) {
        try (PagesServer server = PagesServer.with(PageOverrides.none().withTemplate(template, FAILS_AT_ITS_END))) {
            HttpResponse<String> answer = server.browser("en").open("/nowhere");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("Acme</h1>", "noSuchName", "PebbleException");
            assertThat(server.browser("en").open("/assets/pages.css").statusCode())
                    .isEqualTo(200);
        }
    }
}
