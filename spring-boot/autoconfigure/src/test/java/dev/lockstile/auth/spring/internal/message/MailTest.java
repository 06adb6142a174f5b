package dev.lockstile.auth.spring.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailDeliveryException.Fault;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mail by the mail sender of an application. */
final class MailTest {

    private static final EmailMessage PLAIN =
            new EmailMessage("m1", "ana@shop.example", "Your code", "Code 12345678", null);

    @Test
    void a_letter_has_the_sender_the_subject_and_both_texts_and_wants_no_answer() throws Exception {
        MimeMessage plain = sent(PLAIN);
        assertThat(plain.getFrom()[0]).hasToString("shop@shop.example");
        assertThat(plain.getAllRecipients()).singleElement().hasToString("ana@shop.example");
        assertThat(plain.getSubject()).isEqualTo("Your code");
        assertThat(plain.getContent()).isEqualTo("Code 12345678");
        assertThat(plain.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMessage both =
                sent(new EmailMessage("m2", "ana@shop.example", "Your code", "Code 12345678", "<b>12345678</b>"));
        both.saveChanges();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        both.writeTo(whole);
        assertThat(whole.toString(StandardCharsets.UTF_8))
                .contains("multipart/alternative", "text/plain", "Code 12345678", "text/html", "<b>12345678</b>");
    }

    @Test
    void a_refused_sign_in_is_the_providers_fault_a_busy_server_passes_and_a_bad_address_is_the_messages() {
        assertThat(failure(new MailAuthenticationException("535"), PLAIN)).isEqualTo(Fault.PROVIDER);
        assertThat(failure(new MailSendException("421"), PLAIN)).isEqualTo(Fault.TEMPORARY);
        EmailMessage bad = new EmailMessage("m3", "ana@@shop.example", "Your code", "Code 12345678", null);
        assertThat(failure(new MailSendException("421"), bad)).isEqualTo(Fault.MESSAGE);
    }

    @Test
    void it_sends_from_the_address_of_the_properties_and_else_from_the_user_of_the_server() {
        wired("lockstile.email.from=shop@shop.example").run(context -> {
            EmailSender sender = context.getBean(EmailSender.class);
            assertThat(sender.name()).isEqualTo("spring-mail");
            sender.send(PLAIN);
            assertThat(context.getBean(Letters.class).from()).isEqualTo("shop@shop.example");
        });
        wired("spring.mail.username=post@shop.example").run(context -> {
            context.getBean(EmailSender.class).send(PLAIN);
            assertThat(context.getBean(Letters.class).from()).isEqualTo("post@shop.example");
        });
    }

    @Test
    void a_user_that_is_no_address_sends_no_mail() {
        for (String user : List.of("spring.mail.port=587", "spring.mail.username=apikey")) {
            wired(user)
                    .run(context -> assertThat(context.getStartupFailure())
                            .as(user)
                            .rootCause()
                            .hasMessageContaining("email-from-missing"));
        }
    }

    @Test
    void a_sender_of_the_application_takes_its_place() {
        wired("spring.mail.port=587").withBean(RecordingEmailSender.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(EmailSender.class)).isInstanceOf(RecordingEmailSender.class);
        });
    }

    @Test
    void an_application_that_turns_the_library_off_keeps_its_mail_sender() {
        wired("lockstile.enabled=false").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(JavaMailSender.class);
            assertThat(context).doesNotHaveBean(EmailSender.class);
        });
    }

    private static ApplicationContextRunner wired(String property) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailAutoConfiguration.class))
                .withBean(Letters.class)
                .withPropertyValues("spring.mail.host=mail.shop.example", property);
    }

    private static MimeMessage sent(EmailMessage message) throws EmailDeliveryException {
        Letters letters = new Letters();
        new MailSenderAdapter(letters, "shop@shop.example").send(message);
        return letters.sent.get(0);
    }

    private static Fault failure(MailException failure, EmailMessage message) {
        Letters letters = new Letters();
        letters.failure = failure;
        return catchThrowableOfType(
                        EmailDeliveryException.class,
                        () -> new MailSenderAdapter(letters, "shop@shop.example").send(message))
                .fault();
    }

    /** Keeps what it is given to send. */
    static final class Letters extends JavaMailSenderImpl {

        private final List<MimeMessage> sent = new ArrayList<>();
        private @Nullable MailException failure;

        @Override
        public void send(MimeMessage letter) {
            if (failure != null) {
                throw failure;
            }
            sent.add(letter);
        }

        String from() throws MessagingException {
            return sent.get(0).getFrom()[0].toString();
        }
    }
}
