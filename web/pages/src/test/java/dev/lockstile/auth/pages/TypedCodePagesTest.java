package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Codes in digits of other scripts and with gaps, as people paste them: the browser lets them through, and they are right. */
class TypedCodePagesTest extends TotpPagesFixture {

    private static final Pattern FIELD = Pattern.compile("<input [^>]*\\bdata-digits\\b[^>]*>");
    private static final Pattern RULE = Pattern.compile(" pattern=\"([^\"]*)\"");
    private static final Pattern LONGEST = Pattern.compile(" maxlength=\"([0-9]+)\"");
    private static final int PERSIAN = 0x6f0;
    private static final int ARABIC = 0x660;

    @Test
    void a_code_signs_in_however_it_is_written() {
        for (String form : List.of("%s %s", "%s-%s", "%s\u00a0%s", "\u200b%s%s", "\u2068%s%s\u2069")) {
            for (int zero : new int[] {'0', PERSIAN, ARABIC}) {
                PagesBrowser browser = server.browser("en");
                browser.open("/code");
                browser.submit("/code", Map.of("contact", EMAIL));
                HttpResponse<String> asked = browser.open("/code/verify");
                String code = inScript(server.kit.deliver().emails().lastCode(EMAIL), zero);
                String typed = form.formatted(code.substring(0, 3), code.substring(3));
                assertTypable(asked, typed);
                assertThat(browser.submit("/code/verify", Map.of("code", typed)).statusCode())
                        .as(typed)
                        .isEqualTo(303);
                assertThat(browser.open("/account").statusCode()).as(typed).isEqualTo(200);
                server.kit.clock().advance(Duration.ofMinutes(10));
            }
        }
    }

    @Test
    void the_first_code_of_an_application_and_that_of_a_sign_in_count_however_they_are_written() {
        PagesBrowser ana = member("en");
        Begun begun = begin(ana);
        String first = inScript(begun.phone().code(), PERSIAN);
        assertTypable(begun.page(), first);
        assertThat(ana.submit(CONFIRM, Map.of("enrolment", begun.enrolment(), "code", first))
                        .body())
                .contains("class=\"keys\"");
        server.kit.clock().advance(Duration.ofMinutes(2));
        PagesBrowser elsewhere = server.browser("en");
        elsewhere.open("/sign-in");
        elsewhere.submit("/sign-in", Map.of("login", EMAIL, "password", PASSWORD));
        HttpResponse<String> asked = elsewhere.open("/second-factor");
        String code = inScript(begun.phone().code(), ARABIC);
        String typed = code.substring(0, 3) + "\u00a0" + code.substring(3);
        assertTypable(asked, typed);
        assertThat(elsewhere.submit("/second-factor", Map.of("factor", typed)).statusCode())
                .isEqualTo(303);
        assertThat(elsewhere.open("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void the_code_of_a_registration_counts_in_every_script() {
        PagesBrowser eve = server.browser("en");
        eve.open("/register");
        eve.submit(
                "/register",
                Map.of(
                        "first_name",
                        "Eve",
                        "last_name_1",
                        "Ruiz",
                        "email",
                        "eve@example.com",
                        "password",
                        PASSWORD,
                        "password_confirm",
                        PASSWORD,
                        "terms",
                        "on"));
        HttpResponse<String> sent = eve.open("/register/sent");
        String typed = inScript(server.kit.deliver().emails().lastCode("eve@example.com"), PERSIAN);
        assertTypable(sent, typed);
        String challenge = found(Pattern.compile("name=\"challenge\" value=\"([^\"]+)\""), sent);
        assertThat(eve.submit("/confirm/code", Map.of("challenge", challenge, "code", typed))
                        .statusCode())
                .isEqualTo(303);
        server.kit.signIn("eve@example.com", PASSWORD);
    }

    /** A browser sends no form whose field does not match its pattern, and cuts what is longer. */
    private static void assertTypable(HttpResponse<String> page, String typed) {
        Matcher field = FIELD.matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        Matcher rule = RULE.matcher(field.group());
        if (rule.find()) {
            assertThat(typed).matches(rule.group(1));
        }
        Matcher longest = LONGEST.matcher(field.group());
        if (longest.find()) {
            assertThat(typed.length()).isLessThanOrEqualTo(Integer.parseInt(longest.group(1)));
        }
    }

    private static String inScript(String digits, int zero) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(digit -> text.appendCodePoint(zero + digit - '0'));
        return text.toString();
    }
}
