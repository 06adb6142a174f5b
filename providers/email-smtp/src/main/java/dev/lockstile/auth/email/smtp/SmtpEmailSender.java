package dev.lockstile.auth.email.smtp;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hands e-mail to an SMTP server, one connection per message: 2 seconds to connect, 5 seconds in all. The server has to
 * offer TLS and show a certificate of its own name, before it is told who signs in or who gets a letter.
 */
public final class SmtpEmailSender implements EmailSender {

    private static final System.Logger LOG = System.getLogger(SmtpEmailSender.class.getName());

    private final SmtpSettings settings;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor watch;

    /**
     * Opens no connection before the first message.
     *
     * @param settings the server, the sender and the limit of a message
     */
    public SmtpEmailSender(SmtpSettings settings) {
        this(settings, Clock.systemUTC());
    }

    /**
     * With a clock of the host's.
     *
     * @param settings the server, the sender and the limit of a message
     * @param clock dates the letters
     */
    public SmtpEmailSender(SmtpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "lockstile-smtp-limit");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public void send(EmailMessage message) throws EmailDeliveryException {
        TrackedSockets sockets = new TrackedSockets();
        ScheduledFuture<?> end = watch.schedule(sockets::close, settings.limit().toMillis(), TimeUnit.MILLISECONDS);
        try {
            Properties properties = SmtpProperties.of(settings, sockets);
            Session session = Session.getInstance(properties);
            Letter letter = letter(session, message);
            handOver(session, letter, letter.getAllRecipients());
        } catch (MessagingException e) {
            throw sockets.isOver()
                    ? EmailDeliveryException.temporary(
                            "no end within " + settings.limit().toMillis() + " ms")
                    : SmtpFailure.of(e);
        } finally {
            end.cancel(false);
            sockets.close();
        }
    }

    private Letter letter(Session session, EmailMessage message) throws EmailDeliveryException {
        try {
            return Letter.of(session, settings, message, clock.instant());
        } catch (MessagingException e) {
            throw EmailDeliveryException.permanent("the message cannot be written as an e-mail");
        }
    }

    private void handOver(Session session, Letter letter, Address[] recipients) throws MessagingException {
        SmtpSettings.Login login = settings.login();
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(login == null ? null : login.user(), login == null ? null : login.password());
            transport.sendMessage(letter, recipients);
        } finally {
            hangUp(transport);
        }
    }

    /** A letter that was taken stays taken, however the conversation ends. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.DEBUG, "the connection did not end in good form");
        }
    }
}
