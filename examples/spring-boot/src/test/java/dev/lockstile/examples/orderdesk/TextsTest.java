package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.model.Channel;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Map<String, String> VALUES =
            Map.of("code", "12345678", "service", "order-desk", "minutes", "10");

    @Test
    void codes_come_in_french_where_that_is_the_language_and_as_built_in_elsewhere() {
        MessageTemplates texts = new Desk().french();
        assertThat(texts.render(MessageKind.LOGIN_CODE, Channel.EMAIL, Locale.FRENCH, VALUES)
                        .text())
                .isEqualTo("Votre code est 12345678.\n");
        assertThat(texts.render(MessageKind.LOGIN_CODE, Channel.EMAIL, Locale.ENGLISH, VALUES)
                        .text())
                .contains("12345678")
                .doesNotContain("Votre");
    }
}
