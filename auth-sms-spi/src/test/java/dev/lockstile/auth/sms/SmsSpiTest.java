package dev.lockstile.auth.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSpiTest {

    private static final String TEXT = "Your code is 482913";

    @Test
    void a_sender_is_one_method() {
        SmsSender sender = message -> {};
        assertThat(sender.name()).isEqualTo("sms");
    }

    @Test
    void a_message_prints_neither_number_nor_text() {
        assertThat(new SmsMessage("m1", "+525512345678", TEXT)).hasToString("SmsMessage[m1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+52\r\nX: y", "+52\n55", "+52\u0000", "+52\u0085"})
    void a_number_that_is_not_one_line_is_refused(String to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsMessage("m1", to, TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nb", "a\tb"})
    void an_id_that_is_not_one_line_is_refused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsMessage(id, "+525512345678", TEXT));
    }

    @Test
    void a_refused_value_is_not_quoted_in_the_exception() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmsMessage("m1", "+525512345678\n", TEXT))
                .withMessageNotContainingAny("5512345678", "482913");
    }

    @Test
    void an_exception_tells_whether_another_try_makes_sense() {
        IllegalStateException cause = new IllegalStateException("cause");
        assertThat(SmsDeliveryException.temporary("429").retryable()).isTrue();
        assertThat(SmsDeliveryException.permanent("21211").retryable()).isFalse();
        assertThat(SmsDeliveryException.temporary("429", cause))
                .hasMessage("429")
                .hasCause(cause);
        assertThat(SmsDeliveryException.permanent("21211", cause).retryable()).isFalse();
    }

    @Test
    void the_console_sender_prints_number_and_text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConsoleSmsSender sender = new ConsoleSmsSender(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        sender.send(new SmsMessage("m1", "+525512345678", "Código 482913"));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("SMS to +525512345678: Código 482913" + System.lineSeparator());
        assertThat(sender.name()).isEqualTo("console");
    }
}
