package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages while the database does not answer: nothing is decided, and nothing is spent. */
class OutagePagesTest extends TotpPagesFixture {

    @Test
    void pages_and_forms_ask_to_come_again_and_the_code_stays_good() {
        PagesBrowser in = server.browser("en").signedIn(EMAIL, PASSWORD);
        PagesBrowser browser = server.browser("en");
        browser.open("/code");
        browser.submit("/code", Map.of("contact", EMAIL));
        browser.open("/code/verify");
        String code = server.kit.deliver().emails().lastCode(EMAIL);
        store.goDown();
        for (int i = 0; i < 6; i++) {
            assertUnavailable(browser.submit("/code/verify", Map.of("code", code)));
        }
        assertUnavailable(browser.submit("/sign-in", Map.of("login", EMAIL, "password", "wrong-password-1")));
        assertUnavailable(in.open("/account"));
        store.comeBack();
        assertThat(browser.submit("/code/verify", Map.of("code", code)).statusCode())
                .isEqualTo(303);
        assertThat(browser.open("/account").statusCode()).isEqualTo(200);
        assertThat(in.open("/account").statusCode())
                .as("the cookies of the session are still there")
                .isEqualTo(200);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.body())
                .contains("<html lang=\"en\">")
                .doesNotContain("not valid", "Exception", "not correct", "wrong");
    }
}
