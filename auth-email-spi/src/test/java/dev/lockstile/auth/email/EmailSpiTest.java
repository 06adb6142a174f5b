package dev.lockstile.auth.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSpiTest {

    private static final String TO = "ana@example.com";

    @Test
    void a_sender_is_one_method() {
        EmailSender sender = message -> {};
        assertThat(sender.name()).isEqualTo("email");
    }

    @Test
    void a_message_prints_neither_address_nor_content() {
        assertThat(new EmailMessage("m1", TO, "Hello", "code 482913", "<p>482913</p>"))
                .hasToString("EmailMessage[m1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.com",
                "ana@example.com\r\nBcc: eve@example.com",
                "ana@example.com\nX: y",
                "ana@example.com,eve@example.com",
                "ana@example.com;eve@example.com",
                "Ana <ana@example.com>",
                "ana@example.com eve@example.com",
                "ana@example.com\u0000"
            })
    void what_is_not_one_plain_address_is_refused(String to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailMessage("m1", to, "Hello", "text", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Hi\r\nBcc: eve@example.com", "Hi\nthere", "Hi\rthere", "Hi\u2028there", "Hi\u0085there"})
    void a_subject_that_is_not_one_line_is_refused(String subject) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailMessage("m1", TO, subject, "text", null));
    }

    @Test
    void a_subject_may_hold_any_script() {
        assertThat(new EmailMessage("m1", TO, "Tu código · 日本語 😀", "text", null).subject())
                .isEqualTo("Tu código · 日本語 😀");
    }

    @Test
    void a_refused_value_is_not_quoted_in_the_exception() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailMessage("m1", TO + "\n", "Hello", "text", null))
                .withMessageNotContaining("ana");
    }

    @Test
    void an_exception_tells_whether_another_try_makes_sense() {
        IllegalStateException cause = new IllegalStateException("cause");
        assertThat(EmailDeliveryException.temporary("421").retryable()).isTrue();
        assertThat(EmailDeliveryException.permanent("550").retryable()).isFalse();
        assertThat(EmailDeliveryException.temporary("421", cause))
                .hasMessage("421")
                .hasCause(cause);
        assertThat(EmailDeliveryException.permanent("550", cause).retryable()).isFalse();
    }

    @Test
    void the_console_sender_prints_the_whole_message() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConsoleEmailSender sender = new ConsoleEmailSender(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        sender.send(new EmailMessage("m1", TO, "Tu código", "Es 482913", null));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(TO, "Subject: Tu código", "Es 482913");
        assertThat(sender.name()).isEqualTo("console");
    }
}
