package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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

    @Test
    void a_failure_has_a_number_and_leads_to_the_same_page_again() {
        try (PagesServer server = PagesServer.with(PageOverrides.none().withTemplate("home", FAILS_AT_ITS_END))) {
            assertThat(server.browser("en").open("/?next=/shop").body())
                    .containsPattern("Error number: [0-9a-f]{32}<")
                    .contains("<a class=\"button\" href=\"/shop/account/\">Try again</a>");
        }
    }

    @Test
    void a_request_has_an_id_which_is_the_number_of_its_failure_and_in_its_log_lines() {
        Logger logger = (Logger) LoggerFactory.getLogger(PagesServlet.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.ERROR);
        logger.addAppender(lines);
        try (PagesServer server = PagesServer.with(PageOverrides.none().withTemplate("home", FAILS_AT_ITS_END))) {
            HttpResponse<String> failed = server.browser("en").open("/");
            String id = failed.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(failed.body()).contains("Error number: " + id + "<");
            assertThat(server.browser("en").open("/sign-in").headers().firstValue("X-Request-Id"))
                    .isPresent()
                    .get()
                    .isNotEqualTo(id);
            assertThat(lines.list)
                    .singleElement()
                    .satisfies(line -> assertThat(line.getMDCPropertyMap()).containsEntry("requestId", id));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
    }

    @ParameterizedTest
    @CsvSource({"/sign-in?next=%ff, /sign-in", "/nothing-here?next=%ff, ''", "/nothing-here, ''"})
    void a_page_that_is_not_there_is_not_tried_again(String asked, String again) {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            String page = server.browser("en").open(asked).body();
            if (again.isEmpty()) {
                assertThat(page).contains("data-back>Go back</button>").doesNotContain("Try again", "Error number");
            } else {
                assertThat(page)
                        .contains("href=\"/shop/account" + again + "\">Try again</a>")
                        .doesNotContain("data-back", "Error number");
            }
        }
    }

    @Test
    void an_old_form_leads_to_its_page() {
        try (PagesServer server = PagesServer.with(PageSettings.defaults())) {
            PagesBrowser browser = server.browser("en");
            browser.open("/code");
            HttpResponse<String> answer = browser.submit("/code/verify", Map.of("csrf", "old", "code", "123456"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains("href=\"/shop/account/code/verify\">Try again</a>")
                    .doesNotContain("123456");
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
