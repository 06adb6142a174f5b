package dev.lockstile.auth.spring.internal.message;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends e-mail by the application's own mail sender. */
final class MailSenderAdapter implements EmailSender {

    private final JavaMailSender mail;
    private final String from;

    MailSenderAdapter(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public String name() {
        return "spring-mail";
    }

    @Override
    public void send(EmailMessage message) throws EmailDeliveryException {
        try {
            mail.send(letter(message));
        } catch (MailAuthenticationException e) {
            throw EmailDeliveryException.unusable("the server refused to let us in");
        } catch (MailException e) {
            throw EmailDeliveryException.temporary(
                    "the server did not take the message: " + e.getClass().getSimpleName(), e);
        } catch (MessagingException e) {
            throw EmailDeliveryException.permanent("the message cannot be written as an e-mail");
        }
    }

    private MimeMessage letter(EmailMessage message) throws MessagingException {
        MimeMessage letter = mail.createMimeMessage();
        String html = message.html();
        MimeMessageHelper helper = new MimeMessageHelper(letter, html != null, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(message.to());
        helper.setSubject(message.subject());
        if (html == null) {
            helper.setText(message.text());
        } else {
            helper.setText(message.text(), html);
        }
        // no answer and no holiday notice is to come back (RFC 3834)
        letter.setHeader("Auto-Submitted", "auto-generated");
        return letter;
    }
}
