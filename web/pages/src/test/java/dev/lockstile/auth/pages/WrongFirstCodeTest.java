package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A mistyped first code of an authenticator application that is being set up. */
class WrongFirstCodeTest extends TotpPagesFixture {

    private static final Pattern URI = Pattern.compile("name=\"uri\" value=\"([^\"]+)\"");

    @Test
    void a_wrong_digit_leaves_key_and_image_and_the_next_code_sets_the_application_up() {
        PagesBrowser ana = member("en");
        Begun begun = begin(ana);
        String key = found(KEY, begun.page());
        String uri = found(URI, begun.page()).replace("&amp;", "&");
        String right = begun.phone().code();
        String wrong = (right.startsWith("0") ? "1" : "0") + right.substring(1);
        for (String typed : new String[] {wrong, ""}) {
            HttpResponse<String> again =
                    ana.submit(CONFIRM, Map.of("enrolment", begun.enrolment(), "code", typed, "uri", uri));
            assertThat(again.statusCode()).isIn(400, 401);
            assertThat(again.body())
                    .contains("<svg", "value=\"" + begun.enrolment() + "\"")
                    .doesNotContain("lang=pt");
            assertThat(found(KEY, again)).isEqualTo(key);
            assertThat(found(URI, again).replace("&amp;", "&")).isEqualTo(uri);
        }
        HttpResponse<String> codes =
                ana.submit(CONFIRM, Map.of("enrolment", begun.enrolment(), "code", right, "uri", uri));
        assertThat(codes.statusCode()).isEqualTo(200);
        assertThat(codes.body()).contains("class=\"keys\"").doesNotContain(key);
    }
}
