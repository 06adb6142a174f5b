package dev.lockstile.auth.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailDeliveryException.Fault;
import dev.lockstile.auth.email.EmailMessage;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against GreenMail: with a gate before it for STARTTLS, and directly for TLS from the first byte. */
@Timeout(120)
class SmtpEmailSenderTest {

    private static final String FROM = "Acmé <no-reply@acme.example>";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final EmailMessage MESSAGE = new EmailMessage(
            "id-1_x",
            "ana@example.com",
            "Tu código de Acmé",
            "El código es 482913 ñ\n",
            "<p>El código es 482913 ñ</p>");

    private static Certificates own;
    private static Certificates foreign;
    private static GreenMail mail;
    private StartTlsGate gate;

    @BeforeAll
    static void openServer(@TempDir Path folder) throws Exception {
        own = Certificates.of(folder, "localhost", "dns:localhost,ip:127.0.0.1");
        foreign = Certificates.of(folder, "mail.elsewhere.example", "dns:mail.elsewhere.example");
        System.setProperty("greenmail.tls.keystore.file", own.file.toString());
        System.setProperty("greenmail.tls.keystore.password", Certificates.PASSWORD);
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        mail.start();
        mail.setUser("acme", "right password");
        mail.setUser("ana@example.com", "ana@example.com", "unused");
    }

    @AfterAll
    static void closeServer() {
        mail.stop();
    }

    @BeforeEach
    void openGate() throws Exception {
        mail.purgeEmailFromAllMailboxes();
        gate = new StartTlsGate(own.context, mail.getSmtp().getPort());
    }

    @AfterEach
    void closeGate() throws Exception {
        gate.close();
    }

    @Test
    void a_letter_arrives_by_starttls_after_signing_in() throws Exception {
        sender(startTls()).send(MESSAGE);

        MimeMessage letter = onlyLetter();
        assertThat(letter.getFrom()[0].toString()).contains("no-reply@acme.example");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("ana@example.com");
        assertThat(letter.getSubject()).isEqualTo("Tu código de Acmé");
        assertThat(letter.getSentDate()).isEqualTo(Date.from(CLOCK.instant()));
        assertThat(letter.getMessageID()).isEqualTo("<id-1_x@acme.example>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("El código es 482913 ñ");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>El código es 482913 ñ</p>");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void nothing_but_the_change_to_tls_is_said_in_clear() throws Exception {
        sender(startTls()).send(MESSAGE);

        assertThat(gate.saidInClear).containsExactly("EHLO acme.example", "STARTTLS");
    }

    @Test
    void a_letter_arrives_by_tls_from_the_first_byte() throws Exception {
        SmtpSettings settings =
                startTls().withImplicitTls().withPort(mail.getSmtps().getPort());

        sender(settings).send(MESSAGE);

        assertThat(onlyLetter().getSubject()).isEqualTo("Tu código de Acmé");
    }

    @Test
    void the_same_message_sent_again_carries_the_same_id() throws Exception {
        sender(startTls()).send(MESSAGE);
        sender(startTls()).send(MESSAGE);

        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(mail.getReceivedMessages()[0].getMessageID())
                .isEqualTo(mail.getReceivedMessages()[1].getMessageID());
    }

    @Test
    void a_wrong_password_makes_the_provider_unusable_and_is_not_told() {
        EmailDeliveryException failure = failure(startTls().withLogin("acme", "wrong password"));

        assertThat(failure.fault()).isEqualTo(Fault.PROVIDER);
        assertThat(failure.getMessage()).isEqualTo("the server refused to let us in");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_without_tls_is_told_nothing() {
        EmailDeliveryException failure =
                failure(startTls().withPort(mail.getSmtp().getPort()));

        assertThat(failure.fault()).isEqualTo(Fault.PROVIDER);
        assertThat(failure.getMessage()).isEqualTo("the server offers no TLS");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_nobody_vouches_for_ends_the_conversation() {
        SmtpSettings settings = startTls().trusting(foreign.context.getSocketFactory());

        assertThat(failure(settings).fault()).isEqualTo(Fault.TEMPORARY);
        assertThat(gate.saidInClear).containsExactly("EHLO acme.example", "STARTTLS");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_of_another_name_ends_the_conversation() throws Exception {
        try (StartTlsGate other =
                new StartTlsGate(foreign.context, mail.getSmtp().getPort())) {
            SmtpSettings settings = startTls().withPort(other.port()).trusting(foreign.context.getSocketFactory());

            assertThat(failure(settings).fault()).isEqualTo(Fault.TEMPORARY);
            assertThat(mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void clear_text_is_sent_only_where_it_is_spelled_out() throws Exception {
        SmtpSettings settings = SmtpSettings.of("127.0.0.1", FROM)
                .allowClearText()
                .withPort(mail.getSmtp().getPort());

        sender(settings).send(new EmailMessage("id", "ana@example.com", "s", "plain", null));

        assertThat(onlyLetter().getContent().toString()).contains("plain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpSettings.of("mail.example", FROM)
                        .withLogin("a", "b")
                        .allowClearText());
    }

    @Test
    void a_server_that_cannot_be_reached_is_a_temporary_failure() throws Exception {
        int port = gate.port();
        gate.close();

        EmailDeliveryException failure = failure(startTls().withPort(port));

        assertThat(failure.fault()).isEqualTo(Fault.TEMPORARY);
        assertThat(failure.getMessage()).startsWith("no connection to the server");
    }

    @Test
    void settings_refuse_what_could_add_a_header_and_print_no_secret() {
        for (String from : new String[] {"a@b.c\r\nBcc: x@y.z", "a@b.c, d@e.f", "nobody", "", "<>"}) {
            assertThatIllegalArgumentException().as(from).isThrownBy(() -> SmtpSettings.of("mail.example", from));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SmtpSettings.of("mail\nexample", FROM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpSettings.of("mail.example", FROM).withLimit(Duration.ofSeconds(21)));
        assertThat(startTls().toString() + startTls().login()).doesNotContain("right password");
    }

    private SmtpSettings startTls() {
        return SmtpSettings.of("localhost", FROM)
                .withPort(gate.port())
                .withLogin("acme", "right password")
                .trusting(own.context.getSocketFactory())
                .withLimit(Duration.ofSeconds(20));
    }

    private static SmtpEmailSender sender(SmtpSettings settings) {
        return new SmtpEmailSender(settings, CLOCK);
    }

    private static EmailDeliveryException failure(SmtpSettings settings) {
        return catchThrowableOfType(
                EmailDeliveryException.class, () -> sender(settings).send(MESSAGE));
    }

    private static MimeMessage onlyLetter() {
        assertThat(mail.getReceivedMessages()).hasSize(1);
        return mail.getReceivedMessages()[0];
    }
}
