package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.internal.message.PurposeTemplates;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.PurposeSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code of the host's own purpose says what it is for. */
class NamedPurposeTest {

    private static final Map<String, String> VALUES =
            Map.of("service", "Acme", "code", "123456", "minutes", "5", "purpose", "release");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Your Acme code: X|to confirm “X”:",
                "es|Tu código de Acme: X|para confirmar «X»:",
                "pt|Seu código de Acme: X|para confirmar “X”:",
                "de|Ihr Code für Acme: X|um „X“ zu bestätigen:",
                "fr|Votre code Acme\u00a0: X|pour confirmer «\u00a0X\u00a0»\u00a0:"
            })
    void subject_and_first_sentence_name_the_purpose(String language, String subject, String sentence) {
        PurposeSettings purpose = PurposeSettings.named("release").withName(Locale.forLanguageTag(language), "X");
        RenderedMessage mail = mail(purpose, Locale.forLanguageTag(language + "-MX"));

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text()).contains(sentence + "\n\n123456\n\n");
    }

    @Test
    void a_language_without_a_name_has_words_without_it() {
        RenderedMessage mail =
                mail(PurposeSettings.named("release").withName(Locale.GERMAN, "Freigabe"), Locale.ENGLISH);

        assertThat(mail.subject()).isEqualTo("Your Acme code");
        assertThat(mail.text()).contains("Your code for Acme is:\n\n123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a name of sixty-one characters, which is one more than it may have"})
    void a_name_of_another_length_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurposeSettings.named("release").withName(Locale.ENGLISH, name))
                .withMessage("the purpose release needs names of 1 to 60 characters");
    }

    private static RenderedMessage mail(PurposeSettings purpose, Locale language) {
        return PurposeTemplates.of(List.of(purpose), Locale.ENGLISH, MessageTemplates.builtIn())
                .render(MessageKind.PURPOSE_CODE, Channel.EMAIL, language, VALUES);
    }
}
