package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecordingSendersTest {

    private static final String ANA = "+525512345678";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RecordingSmsSender sms = new RecordingSmsSender();
    private final RecordingEmailSender email = new RecordingEmailSender();

    @Test
    void the_code_is_read_out_of_the_newest_message_to_a_number() throws Exception {
        sms.send(new SmsMessage("m1", ANA, "Tu codigo de Acme es 123456. Vence en 5 minutos."));
        sms.send(new SmsMessage("m2", ANA, "Tu codigo de Acme es 0098765432. Vence en 10 minutos."));
        sms.send(new SmsMessage("m3", "+525500000000", "Tu codigo de Acme es 777777."));
        assertThat(sms.lastCode(ANA)).isEqualTo("0098765432");
        assertThat(sms.messages()).extracting(SmsMessage::id).containsExactly("m1", "m2", "m3");
    }

    @Test
    void numbers_that_are_no_code_are_passed_over() throws Exception {
        sms.send(new SmsMessage(
                "m1", ANA, "Acme 2026, tel. 12345678901: A123456B https://a.example/999999 code 424242"));
        assertThat(sms.lastCode(ANA)).isEqualTo("424242");
    }

    @Test
    void the_link_is_read_with_its_values_decoded() throws Exception {
        email.send(mail("Reset: https://acme.example/reset?uid=4%2B2&token=a-b_c. Ignore it otherwise."));
        SentLink link = email.lastLink("ana@example.com");
        assertThat(link.uid()).isEqualTo("4+2");
        assertThat(link.token()).isEqualTo("a-b_c");
        assertThat(link).hasToString("SentLink[https://acme.example/reset]");
    }

    @Test
    void a_link_with_its_values_in_the_fragment_is_read_too() throws Exception {
        email.send(mail("<https://acme.example/#/reset?uid=42&token=secret>"));
        SentLink link = email.lastLink("ana@example.com");
        assertThat(link.uid()).isEqualTo("42");
        assertThat(link.token()).isEqualTo("secret");
        assertThat(link.parameter("other")).isEmpty();
    }

    @Test
    void a_notice_that_arrives_later_hides_neither_code_nor_link() throws Exception {
        email.send(mail("Your code is 123456."));
        email.send(mail("https://acme.example/reset?uid=42&token=secret"));
        email.send(mail("Your password was changed."));
        assertThat(email.lastCode("ana@example.com")).isEqualTo("123456");
        assertThat(email.lastLink("ana@example.com").token()).isEqualTo("secret");
    }

    @Test
    void what_was_never_sent_fails_the_test_that_asks_for_it() throws Exception {
        assertThatThrownBy(() -> sms.lastCode(ANA)).isInstanceOf(AssertionError.class);
        email.send(mail("nothing to see"));
        assertThatThrownBy(() -> email.lastCode("ana@example.com")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> email.lastLink("ana@example.com")).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_sender_fails_as_often_as_it_is_told() throws Exception {
        sms.failTemporarily(2);
        SmsMessage message = new SmsMessage("m1", ANA, "123456");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> sms.send(message))
                    .isInstanceOfSatisfying(
                            SmsDeliveryException.class,
                            e -> assertThat(e.retryable()).isTrue());
        }
        sms.send(message);
        assertThat(sms.messages()).containsExactly(message);
        assertThat(sms.failures()).isEqualTo(2);
    }

    @Test
    void a_sender_that_recovered_sends_again() throws Exception {
        email.failPermanently(100);
        assertThatThrownBy(() -> email.send(mail("123456")))
                .isInstanceOfSatisfying(
                        EmailDeliveryException.class,
                        e -> assertThat(e.retryable()).isFalse());
        email.recover();
        email.send(mail("123456"));
        assertThat(email.lastCode("ana@example.com")).isEqualTo("123456");
        email.clear();
        assertThat(email.messages()).isEmpty();
        assertThat(email.failures()).isZero();
    }

    @Test
    void a_test_waits_for_messages_of_another_thread() {
        CompletableFuture<List<SmsMessage>> waiting = CompletableFuture.supplyAsync(() -> sms.await(2, PATIENCE));
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            sendQuietly("m1");
            sendQuietly("m2");
        });
        sending.join();
        assertThat(waiting.join()).hasSize(2);
        assertThatThrownBy(() -> sms.await(3, Duration.ofMillis(1))).isInstanceOf(AssertionError.class);
    }

    private void sendQuietly(String id) {
        try {
            sms.send(new SmsMessage(id, ANA, "123456"));
        } catch (SmsDeliveryException e) {
            throw new AssertionError(e);
        }
    }

    private static EmailMessage mail(String text) {
        return new EmailMessage("m1", "ana@example.com", "Acme", text, null);
    }
}
