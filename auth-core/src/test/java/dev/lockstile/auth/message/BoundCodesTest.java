package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.message.MessageTemplates.SmsSegments;
import dev.lockstile.auth.model.Channel;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text messages on a host of 40 characters, with the line that binds a code to it. */
class BoundCodesTest {

    private static final String HOST = "accounts.a-rather-long-name.shop.example";
    private static final String LINK = "https://" + HOST + "/account/reset?uid=1234567&token=" + "x".repeat(43);

    private final MessageTemplates templates = MessageTemplates.builtIn().boundTo(HOST);

    static Stream<String> languages() {
        return BuiltInTemplates.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_text_message_is_one_segment(String language) {
        assertThat(HOST).hasSize(40);
        for (MessageKind kind : MessageKind.values()) {
            if (kind.channels().contains(Channel.SMS)) {
                String text = text(kind, language);
                assertThat(SmsSegments.of(text)).as(text).isEqualTo(new SmsSegments(true, 1));
                assertThat(text.endsWith("\n@" + HOST + " #123456"))
                        .as(text)
                        .isEqualTo(kind.requiredValues().contains(MessageValues.CODE));
            }
        }
    }

    @Test
    void an_email_has_no_such_line() {
        assertThat(templates
                        .render(MessageKind.LOGIN_CODE, Channel.EMAIL, Locale.ENGLISH, values(MessageKind.LOGIN_CODE))
                        .text())
                .doesNotContain(HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "Shop.example", "shop.example:8443", "https://shop.example", "a\nb.example"})
    void what_is_no_host_name_is_refused(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTemplates.builtIn().boundTo(host));
    }

    private String text(MessageKind kind, String language) {
        return templates
                .render(kind, Channel.SMS, Locale.forLanguageTag(language), values(kind))
                .text();
    }

    private static Map<String, String> values(MessageKind kind) {
        Map<String, String> values = new HashMap<>(
                Map.of("service", "Acme Rentals", "code", "123456", "link", LINK, "minutes", "15", "kind", "EMAIL"));
        values.put("time", "15/03/2026");
        values.keySet().retainAll(kind.acceptedValues());
        return values;
    }
}
