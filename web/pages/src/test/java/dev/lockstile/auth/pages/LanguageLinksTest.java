package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Choosing a language on a page that answered a form. */
class LanguageLinksTest extends TotpPagesFixture {

    private static final Pattern PORTUGUESE = Pattern.compile("<a href=\"(\\?[^\"]*lang=pt)\"");

    @Test
    void every_address_that_takes_a_form_leads_to_a_page_when_it_is_opened() {
        PagesBrowser ana = member("en");
        for (String path :
                PageRoutes.of(server.kit.auth(), PageSettings.defaults()).writable()) {
            HttpResponse<String> opened = ana.open(path);
            for (int steps = 0; opened.statusCode() == 303 && steps < 4; steps++) {
                opened = ana.openOnSite(opened.headers().firstValue("Location").orElseThrow());
            }
            assertThat(opened.statusCode()).as(path).isEqualTo(200);
        }
        assertThat(ana.open("/account").statusCode())
                .as("opening an address does nothing")
                .isEqualTo(200);
    }

    @Test
    void a_refused_link_stands_there_in_the_other_language() {
        PagesBrowser ana = server.browser("en");
        ana.open("/link?token=abc");
        HttpResponse<String> refused = ana.submit("/link/open", Map.of("token", "abc"));
        assertThat(refused.statusCode()).isEqualTo(400);
        HttpResponse<String> chosen = ana.open("/link/open" + portuguese(refused));
        chosen = ana.openOnSite(chosen.headers().firstValue("Location").orElseThrow());
        chosen = ana.openOnSite(chosen.headers().firstValue("Location").orElseThrow());
        assertThat(chosen.statusCode()).isEqualTo(200);
        assertThat(chosen.body()).contains("<html lang=\"pt\">", "action=\"/shop/account/link\"");
    }

    @Test
    void what_is_shown_once_has_no_language_links() {
        PagesBrowser ana = member("en");
        assertThat(ana.open("/account").body()).contains("lang=pt");
        Begun begun = begin(ana);
        assertThat(begun.page().body()).contains("class=\"key\"").doesNotContain("lang=pt");
        HttpResponse<String> codes = ana.submit(
                CONFIRM,
                Map.of("enrolment", begun.enrolment(), "code", begun.phone().code()));
        assertThat(codes.body()).contains("class=\"keys\"").doesNotContain("lang=pt");
    }

    private static String portuguese(HttpResponse<String> page) {
        Matcher link = PORTUGUESE.matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
