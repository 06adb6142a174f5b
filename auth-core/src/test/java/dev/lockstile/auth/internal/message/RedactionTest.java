package dev.lockstile.auth.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final String TOKEN = "x9Zq_-Ab3kLmN0pQrStUvWxYz01234567";
    private static final Map<String, String> VALUES = Map.of(
            "code", "482913",
            "link", "https://acme.example/reset?uid=7&token=" + TOKEN,
            "service", "Acme",
            "minutes", "5");

    @Test
    void secret_values_are_blanked_and_the_others_stay() {
        assertThat(Redaction.blank(VALUES))
                .containsEntry("code", Redaction.BLANK)
                .containsEntry("link", Redaction.BLANK)
                .containsEntry("service", "Acme")
                .containsEntry("minutes", "5");
    }

    @Test
    void a_reason_keeps_neither_code_nor_link_nor_token_nor_recipient() {
        String said = "400 {\"to\": \"+525512345678\", \"body\": \"482913\",\r\n\"u\": \"reset%3Ftoken%3D" + TOKEN
                + "\", \"l\": \"" + VALUES.get("link") + "\"}";

        assertThat(Redaction.reason(said, "+525512345678", VALUES))
                .startsWith("400 {")
                .doesNotContain("482913", TOKEN, "5512345678", "\r", "\n", "token=");
    }

    @Test
    void very_short_values_do_not_riddle_the_text() {
        assertThat(Redaction.hide("550 mailbox unavailable", Map.of("code", "5")))
                .isEqualTo("550 mailbox unavailable");
    }

    @Test
    void the_shortest_code_and_token_are_hidden_and_what_is_no_secret_stays() {
        assertThat(Redaction.hide("Acme says 4829", Map.of("service", "Acme", "code", "4829")))
                .isEqualTo("Acme says " + Redaction.BLANK);
        assertThat(Redaction.hide("at x9Zq_-Ab3kLmN0pQ", Map.of("link", "https://a.example/?t=x9Zq_-Ab3kLmN0pQ")))
                .isEqualTo("at " + Redaction.BLANK);
    }

    @Test
    void a_cut_never_splits_a_character() {
        assertThat(Redaction.cut("ab😀", 3)).isEqualTo("ab");
        assertThat(Redaction.cut("ab😀", 4)).isEqualTo("ab😀");
        assertThat(Redaction.cut("abc", 2)).isEqualTo("ab");
        assertThat(Redaction.cut("abc", 5)).isEqualTo("abc");
    }
}
