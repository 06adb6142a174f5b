package dev.lockstile.auth.http.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final StrictJson JSON = new StrictJson(65_536);

    private static JsonObject read(String text) throws MalformedJsonException {
        return JSON.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_object_is_read_with_its_types() throws MalformedJsonException {
        JsonObject object = read(
                " {\"a\": \"\\ud83d\\ude00\u00e9\ud83d\ude00\", \"b\": [1, {\"c\": null}, true], \"d\": -1.50e3} ");

        assertThat(object.value("a")).isEqualTo("\ud83d\ude00\u00e9\ud83d\ude00");
        assertThat((List<?>) object.value("b")).hasSize(3);
        assertThat(object.value("d")).isEqualTo(new JsonNumber("-1.50e3"));
        assertThat(object).hasToString("JsonObject[a, b, d]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"a\"",
                "17",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x41\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\ud800x\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"a\":\"\\ud83d\\ud83d\\ude00\"}",
                "{\"\\ud800\":1}",
                "{\"a\":\"x\\u0000y\"}",
                "{\"\\u0000\":1}",
                "{\"a\":{\"b\":[\"\\u0000\"]}}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"x\":{\"a\":1,\"a\":2}}",
                "{\"a\":1}//c",
                "{/*c*/}",
                "\ufeff{}",
                "{\"a\":\"\\u00",
                "{\"a\":[1,2"
            })
    void what_two_readers_could_read_differently_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        for (String hex : List.of("ff", "c0af", "eda080", "f4908080", "e282", "80", "f8888080 80", "00")) {
            byte[] middle = HexFormat.of().parseHex(hex.replace(" ", ""));
            byte[] body = new byte[middle.length + 8];
            System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.US_ASCII), 0, body, 0, 6);
            System.arraycopy(middle, 0, body, 6, middle.length);
            System.arraycopy("\"}".getBytes(StandardCharsets.US_ASCII), 0, body, 6 + middle.length, 2);

            assertThatThrownBy(() -> JSON.read(body)).as(hex).isInstanceOf(MalformedJsonException.class);
        }
        assertThatThrownBy(() -> JSON.read("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void depth_is_bounded() throws MalformedJsonException {
        assertThat(read(nested(31)).has("a")).isTrue();
        assertThatThrownBy(() -> read(nested(32))).isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> read(nested(20_000))).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void huge_numbers_are_kept_as_text() throws MalformedJsonException {
        assertThat(read("{\"a\":1e999999999}").value("a")).isEqualTo(new JsonNumber("1e999999999"));
        assertThat(read("{\"a\":" + "9".repeat(60_000) + "}").value("a")).isInstanceOf(JsonNumber.class);
    }

    @Test
    void many_names_cost_no_more_than_their_length() throws MalformedJsonException {
        StringBuilder body = new StringBuilder("{\"~\":0");
        for (int i = 0; i < 7_000; i++) {
            body.append(",\"").append(Integer.toString(i, 36)).append("\":0");
        }
        assertThat(read(body.append('}').toString()).members()).hasSize(7_001);
    }

    @Test
    void the_message_of_a_refusal_quotes_nothing() {
        assertThatThrownBy(() -> read("{\"password\":\"canary\" canary"))
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    private static String nested(int lists) {
        char[] open = new char[lists];
        Arrays.fill(open, '[');
        return "{\"a\":" + new String(open) + "]".repeat(lists) + "}";
    }
}
