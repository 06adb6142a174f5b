package dev.lockstile.auth.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsLengthCheckTest {

    private static final List<Locale> ALL =
            Stream.of("en", "es", "pt", "de", "fr").map(Locale::forLanguageTag).toList();

    @ParameterizedTest
    @CsvSource({
        "a, 1, true, 1",
        "a, 160, true, 1",
        "a, 161, true, 2",
        "a, 306, true, 2",
        "a, 307, true, 3",
        "€, 80, true, 1",
        "€, 81, true, 2",
        "ñ, 160, true, 1",
        "ó, 70, false, 1",
        "ó, 71, false, 2",
        "ó, 135, false, 3"
    })
    void a_text_is_measured_as_networks_do(String character, int times, boolean gsm7, int segments) {
        assertThat(MessageTemplates.SmsSegments.of(character.repeat(times)))
                .isEqualTo(new MessageTemplates.SmsSegments(gsm7, segments));
    }

    @Test
    void the_built_in_texts_fit_one_message_of_gsm_7_in_every_language() {
        assertThat(SmsLengthCheck.findings(MessageTemplates.builtIn(), "Acme Rentals", ALL))
                .isEmpty();
    }

    @Test
    void a_text_gets_the_values_that_it_takes() {
        MessageTemplates strict = (template, channel, locale, values) -> {
            assertThat(template.acceptedValues()).containsAll(values.keySet());
            return new RenderedMessage("", "fits", null);
        };
        assertThat(SmsLengthCheck.findings(strict, "Acme", ALL)).isEmpty();
    }

    @Test
    void a_notice_is_looked_at_with_its_link_and_without() {
        MessageTemplates accented = (template, channel, locale, values) ->
                new RenderedMessage("", values.containsKey("link") ? "\u00f3" : "word ".repeat(40), null);
        assertThat(SmsLengthCheck.findings(accented, "Acme", List.of(Locale.ENGLISH)))
                .contains(
                        "The text message IDENTIFIER_CHANGED in en goes out as 2 messages",
                        "The text message IDENTIFIER_CHANGED in en with a link leaves the GSM-7 alphabet and goes out as 1 messages");
    }

    @Test
    void a_service_name_outside_the_alphabet_is_found() {
        assertThat(SmsLengthCheck.findings(MessageTemplates.builtIn(), "Łódź", ALL))
                .isNotEmpty()
                .allMatch(finding -> finding.contains("leaves the GSM-7 alphabet"));
    }

    @Test
    void a_text_that_is_too_long_or_missing_is_found() {
        MessageTemplates wordy = (template, channel, locale, values) -> {
            if (locale.equals(Locale.ENGLISH)) {
                return new RenderedMessage("", "word ".repeat(40), null);
            }
            throw new IllegalStateException("no such language");
        };
        assertThat(SmsLengthCheck.findings(wordy, "Acme", List.of(Locale.ENGLISH)))
                .isNotEmpty()
                .allMatch(finding -> finding.endsWith("goes out as 2 messages"));
        assertThat(SmsLengthCheck.findings(wordy, "Acme", List.of(Locale.FRENCH)))
                .isNotEmpty()
                .allMatch(finding -> finding.contains("has no words"));
    }
}
