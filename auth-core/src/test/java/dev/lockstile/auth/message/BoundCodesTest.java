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

    /** Values that notices have on some occasions and not on others. */
    private static final Map<String, String> ON_OCCASION = Map.of(
            "what",
            "Microsoft",
            "replaced",
            "true",
            "left",
            "7",
            "purpose_name",
            "Release",
            "due",
            "3 December 2026 at 10:20 UTC");

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
                isOneSegment(kind, text(kind, language, values(kind)));
                isOneSegment(kind, text(kind, language, withoutOccasional(kind)));
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

    /** A link of a notice names an account by a UUID at longest. */
    @ParameterizedTest
    @MethodSource("languages")
    void a_notice_with_a_link_is_two_segments_at_most(String language) {
        String link = "https://" + HOST + "/account/not-me?uid=" + "x".repeat(60) + "&token=" + "x".repeat(43);
        for (MessageKind kind : MessageKind.values()) {
            Map<String, String> values = values(kind);
            if (kind.channels().contains(Channel.SMS)
                    && kind.acceptedValues().contains("link")
                    && !values.containsKey("link")) {
                values.put("link", link);
                String text = templates
                        .render(kind, Channel.SMS, Locale.forLanguageTag(language), values)
                        .text();
                assertThat(text).contains(link);
                assertThat(SmsSegments.of(text)).as(text).isEqualTo(new SmsSegments(true, 2));
            }
        }
    }

    private static void isOneSegment(MessageKind kind, String text) {
        assertThat(SmsSegments.of(text)).as(text).isEqualTo(new SmsSegments(true, 1));
        assertThat(text.endsWith("\n@" + HOST + " #123456"))
                .as(text)
                .isEqualTo(kind.requiredValues().contains(MessageValues.CODE));
    }

    private String text(MessageKind kind, String language, Map<String, String> values) {
        return templates
                .render(kind, Channel.SMS, Locale.forLanguageTag(language), values)
                .text();
    }

    private static Map<String, String> withoutOccasional(MessageKind kind) {
        Map<String, String> values = values(kind);
        values.keySet().removeAll(ON_OCCASION.keySet());
        return values;
    }

    private static Map<String, String> values(MessageKind kind) {
        Map<String, String> values = new HashMap<>(
                Map.of("service", "Acme Rentals", "code", "123456", "link", LINK, "minutes", "15", "kind", "EMAIL"));
        values.put("time", "15/03/2026");
        values.putAll(ON_OCCASION);
        values.keySet().retainAll(kind.acceptedValues());
        if (!kind.requiredValues().contains("link")) {
            values.remove("link");
        }
        return values;
    }
}
