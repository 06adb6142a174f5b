package dev.lockstile.auth.email.smtp;

import dev.lockstile.auth.email.EmailMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;

/**
 * An e-mail as it goes over the wire. The same message has the same Message-ID however often it is sent, so that mail
 * systems which look for doubles find them.
 */
final class Letter extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static Letter of(Session session, SmtpSettings settings, EmailMessage message, Instant now)
            throws MessagingException {
        Letter letter = new Letter(session, "<" + plain(message.id()) + "@" + SmtpProperties.domain(settings) + ">");
        letter.setFrom(settings.sender());
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), true));
        letter.setSubject(message.subject(), UTF_8);
        letter.setSentDate(Date.from(now));
        // no answer and no holiday notice is to come back (RFC 3834)
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        body(letter, message);
        letter.saveChanges();
        return letter;
    }

    private static void body(Letter letter, EmailMessage message) throws MessagingException {
        String html = message.html();
        if (html == null) {
            letter.setText(message.text(), UTF_8);
            return;
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(message.text(), UTF_8);
        MimeBodyPart page = new MimeBodyPart();
        page.setText(html, UTF_8, "html");
        // the last one is what mail programs prefer (RFC 2046 5.1.4)
        letter.setContent(new MimeMultipart("alternative", plain, page));
    }

    /** What may stand to the left of the at sign. */
    private static String plain(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", ".");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
