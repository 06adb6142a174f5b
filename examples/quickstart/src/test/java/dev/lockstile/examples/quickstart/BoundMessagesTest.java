package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundMessagesTest {

    @Test
    void codes_of_text_messages_are_bound_to_a_site_with_a_name_of_its_own() {
        assertThat(sms(Map.of("QUICKSTART_RP_ID", "shop.example", "QUICKSTART_ORIGIN", "https://shop.example")))
                .endsWith("\n@shop.example #123456");
        assertThat(sms(Map.of())).doesNotContain("@");
    }

    private static String sms(Map<String, String> environment) {
        return QuickstartSettings.from(environment)
                .messages(URI.create("https://shop.example/sign-in"))
                .render(
                        MessageKind.LOGIN_CODE,
                        Channel.SMS,
                        Locale.ENGLISH,
                        Map.of("service", "Acme", "code", "123456", "minutes", "5"))
                .text();
    }
}
