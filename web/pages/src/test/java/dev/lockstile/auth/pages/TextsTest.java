package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages: complete in every language. */
class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt", "de", "fr"})
    void every_text_is_there_with_the_same_places_for_values(String language) throws IOException {
        Properties english = read("en");
        Properties other = read(language);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        Pattern place = Pattern.compile("\\{\\d}");
        for (String key : english.stringPropertyNames()) {
            assertThat(place.matcher(other.getProperty(key)).results().count())
                    .as(key)
                    .isEqualTo(place.matcher(english.getProperty(key)).results().count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "de", "fr"})
    void every_text_is_there_once(String language) throws IOException {
        try (BufferedReader lines = new BufferedReader(open(language))) {
            assertThat(lines.lines()
                            .filter(line -> line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "pt"})
    void a_disabled_account_has_one_word(String language) throws IOException {
        Properties texts = read(language);
        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> key.contains("disable"))
                .allSatisfy(key -> assertThat(texts.getProperty(key))
                        .as(key)
                        .doesNotContainIgnoringCase("desactiv")
                        .doesNotContainIgnoringCase("desativ"));
    }

    @Test
    void every_refusal_of_another_site_has_its_sentence() {
        for (Texts texts : Texts.all().values()) {
            assertThat(SocialPages.SENTENCES)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(code -> assertThat(texts.has("refused." + code)).isTrue());
        }
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = open(language)) {
            texts.load(in);
        }
        return texts;
    }

    private static Reader open(String language) {
        return new InputStreamReader(
                TextsTest.class.getResourceAsStream("/dev/lockstile/auth/pages/texts_" + language + ".properties"),
                StandardCharsets.UTF_8);
    }
}
