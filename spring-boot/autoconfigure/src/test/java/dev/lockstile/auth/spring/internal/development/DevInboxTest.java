package dev.lockstile.auth.spring.internal.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import dev.lockstile.auth.testkit.RecordingSmsSender;
import dev.lockstile.auth.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** What the development inbox keeps of messages. */
final class DevInboxTest {

    private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
    private final DevInbox inbox = new DevInbox(clock);
    private final RecordingEmailSender emails = new RecordingEmailSender();
    private final RecordingSmsSender texts = new RecordingSmsSender();

    @Test
    void messages_that_were_sent_are_kept_and_the_newest_is_first() throws Exception {
        EmailSender email = inbox.keeping(emails);
        SmsSender text = inbox.keeping(texts);
        assertThat(email.name()).isEqualTo("recording");
        assertThat(text.name()).isEqualTo("recording");
        email.send(mail("first", "Your code is 12345678."));
        text.send(new SmsMessage("second", "+34612345678", "Your code is 123456."));
        assertThat(inbox.entries()).extracting(DevInbox.Entry::id).containsExactly("second", "first");
        assertThat(inbox.entries()).extracting(DevInbox.Entry::channel).containsExactly("sms", "email");
        assertThat(inbox.entries()).extracting(DevInbox.Entry::code).containsExactly("123456", "12345678");
        assertThat(inbox.entries()).extracting(DevInbox.Entry::at).containsOnly(clock.instant());
        assertThat(emails.messages()).hasSize(1);
        assertThat(texts.messages()).hasSize(1);
    }

    @Test
    void what_a_provider_refused_is_not_kept() {
        emails.failTemporarily(1);
        texts.failTemporarily(1);
        assertThatThrownBy(() -> inbox.keeping(emails).send(mail("first", "x")))
                .isInstanceOf(EmailDeliveryException.class);
        assertThatThrownBy(() -> inbox.keeping(texts).send(new SmsMessage("second", "+34612345678", "x")))
                .isInstanceOf(SmsDeliveryException.class);
        assertThat(inbox.entries()).isEmpty();
    }

    @Test
    void digits_of_a_link_and_of_a_number_are_no_code() throws Exception {
        EmailSender email = inbox.keeping(emails);
        email.send(mail("link", "Open https://shop.example/reset?token=12345678 now"));
        email.send(mail("number", "You have the number +34612345678 now."));
        assertThat(inbox.entries()).extracting(DevInbox.Entry::code).containsExactly(null, null);
        assertThat(inbox.entries())
                .extracting(DevInbox.Entry::link)
                .containsExactly(null, "https://shop.example/reset?token=12345678");
    }

    @Test
    void the_last_five_hundred_are_kept() throws Exception {
        EmailSender email = inbox.keeping(emails);
        for (int i = 1; i <= 501; i++) {
            email.send(mail("m" + i, "x"));
        }
        assertThat(inbox.entries())
                .hasSize(500)
                .extracting(DevInbox.Entry::id)
                .startsWith("m501")
                .endsWith("m2");
    }

    private static EmailMessage mail(String id, String text) {
        return new EmailMessage(id, "ana@shop.example", "Subject", text, null);
    }
}
