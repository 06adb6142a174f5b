package dev.lockstile.auth.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsJsonTest {

    @Test
    void one_key_changes_and_everything_else_stays_to_the_letter() {
        SettingsJson settings = SettingsJson.of("{\"a\": [1, {\"b\": 1.50}], \"language\":\"es\", \"x\": null}");
        assertThat(settings.with("language", "pt-BR").text())
                .isEqualTo("{\"a\": [1, {\"b\": 1.50}], \"language\": \"pt-BR\", \"x\": null}");
        assertThat(settings.with("language", null).text()).isEqualTo("{\"a\": [1, {\"b\": 1.50}], \"x\": null}");
    }

    @Test
    void texts_are_read_with_their_escapes() {
        SettingsJson settings = SettingsJson.of("{\"language\": \"e\\u0073\\n\\\"\", \"n\": 3}");
        assertThat(settings.string("language")).isEqualTo("es\n\"");
        assertThat(settings.string("n")).isNull();
        assertThat(settings.string("missing")).isNull();
    }

    @Test
    void what_is_written_is_read_back() {
        String odd = "quote \" backslash \\ tab \t zero \u0001 emoji \ud83d\ude00";
        assertThat(SettingsJson.of(SettingsJson.EMPTY.with("k", odd).text()).string("k"))
                .isEqualTo(odd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":\"\\x\"}",
                "{\"a\":tru}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":[1}"
            })
    void what_is_no_object_counts_as_no_settings(String text) {
        assertThat(SettingsJson.isObject(text)).isFalse();
        assertThat(SettingsJson.of(text)).isEqualTo(SettingsJson.EMPTY);
    }

    @Test
    void depth_is_bounded() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(SettingsJson.isObject(deep)).isFalse();
    }
}
