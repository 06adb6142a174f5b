package dev.lockstile.auth.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutgoingMessageTest {

    private static final String TWO_LINES = "the recipient is not one line of text";
    private static final Map<String, String> CODE = Map.of("code", "482913");

    @Test
    void it_prints_neither_recipient_nor_values() {
        assertThat(outgoing(Channel.SMS, "+525512345678", MessageKind.LOGIN_CODE, CODE))
                .hasToString("OutgoingMessage[LOGIN_CODE, SMS]");
    }

    @Test
    void a_channel_the_template_does_not_know_is_refused() {
        refused(
                Channel.SMS,
                "+525512345678",
                MessageKind.CONFIRM_EMAIL,
                Map.of("link", "https://a.example/"),
                "CONFIRM_EMAIL does not go by SMS");
    }

    @Test
    void a_missing_value_is_refused() {
        refused(Channel.SMS, "+525512345678", MessageKind.LOGIN_CODE, Map.of(), "LOGIN_CODE lacks a value");
    }

    @Test
    void a_value_the_template_does_not_take_is_refused() {
        refused(
                Channel.EMAIL,
                "a@x.example",
                MessageKind.ALREADY_REGISTERED,
                Map.of("name", "Buy now"),
                "ALREADY_REGISTERED does not take such a value");
    }

    @Test
    void a_recipient_of_two_lines_is_refused() {
        refused(Channel.EMAIL, "a@x.example\r\nBcc: e@x.example", MessageKind.LOGIN_CODE, CODE, TWO_LINES);
        refused(Channel.EMAIL, " ", MessageKind.LOGIN_CODE, CODE, TWO_LINES);
    }

    private static void refused(
            Channel channel, String to, MessageKind template, Map<String, String> values, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outgoing(channel, to, template, values))
                .withMessage(reason);
    }

    private static OutgoingMessage outgoing(
            Channel channel, String to, MessageKind template, Map<String, String> values) {
        return new OutgoingMessage(channel, to, template, null, values, Instant.EPOCH);
    }
}
