package dev.lockstile.auth.http.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.FieldProblem;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTextsTest {

    private final AnswerTexts languages = new AnswerTexts(Locale.forLanguageTag("pt-BR"));

    @Test
    void all_languages_have_the_same_texts() {
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(languages.texts(language).bundle().keySet())
                    .isEqualTo(languages.texts("en").bundle().keySet());
        }
    }

    @Test
    void every_code_has_a_text() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(languages.texts("en").error(code)).isNotBlank();
        }
    }

    @Test
    void the_host_chooses_the_language_of_last_resort() {
        assertThat(languages.texts(null).language()).isEqualTo(Locale.forLanguageTag("pt"));
        assertThat(new AnswerTexts(Locale.JAPANESE).texts(null).language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void figures_are_put_in_where_they_are_known() {
        Texts texts = languages.texts("en");

        assertThat(texts.field(new FieldProblem("a", "too_long", Map.of("max", 5))))
                .contains("at most 5 ");
        assertThat(texts.field(FieldProblem.of("a", "too_long"))).isEqualTo("This value is too long.");
        assertThat(texts.field(new FieldProblem("a", "breached", Map.of("times_seen", 5))))
                .doesNotContain("{");
    }

    @Test
    void a_text_without_its_figure_has_no_place_for_it() {
        for (String language : AnswerTexts.LANGUAGES) {
            assertThat(languages.texts(language).field(FieldProblem.of("a", "too_large")))
                    .as(language)
                    .doesNotContain("{");
        }
    }
}
