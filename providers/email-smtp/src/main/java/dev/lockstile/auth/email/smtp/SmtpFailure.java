package dev.lockstile.auth.email.smtp;

import dev.lockstile.auth.email.EmailDeliveryException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What failures on the way mean. Only the numbers of an answer are kept: its text may quote the address or the letter
 * (RFC 5321 4.2, RFC 3463).
 */
final class SmtpFailure {

    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");
    private static final int AUTHENTICATION_REQUIRED = 530;

    private SmtpFailure() {}

    static EmailDeliveryException of(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return EmailDeliveryException.unusable("the server refused to let us in");
        }
        for (Exception one = failure; one != null; one = next(one)) {
            if (one instanceof SMTPAddressFailedException address) {
                return refused(address.getReturnCode(), one.getMessage(), "the address");
            } else if (one instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return String.valueOf(send.getCommand()).startsWith("MAIL")
                        ? sender(send.getReturnCode(), one.getMessage())
                        : refused(send.getReturnCode(), one.getMessage(), "the message");
            }
        }
        return String.valueOf(failure.getMessage()).startsWith("STARTTLS is required")
                ? EmailDeliveryException.unusable("the server offers no TLS")
                : unanswered(failure);
    }

    /** Our own address is not welcome: no other letter would fare better. */
    private static EmailDeliveryException sender(int code, @Nullable String text) {
        String told = told(code, text, "the sender");
        return code / 100 == 5 ? EmailDeliveryException.unusable(told) : EmailDeliveryException.temporary(told);
    }

    private static EmailDeliveryException refused(int code, @Nullable String text, String what) {
        String told = told(code, text, what);
        if (code == AUTHENTICATION_REQUIRED) {
            return EmailDeliveryException.unusable(told);
        }
        return code / 100 == 5 ? EmailDeliveryException.permanent(told) : EmailDeliveryException.temporary(told);
    }

    private static EmailDeliveryException unanswered(MessagingException failure) {
        if (failure instanceof SendFailedException) {
            return EmailDeliveryException.temporary("the server did not take the message");
        }
        String kind =
                failure instanceof MailConnectException || failure.getNextException() instanceof SocketConnectException
                        ? "no connection to the server"
                        : "the conversation with the server broke off";
        Exception cause = failure.getNextException();
        return EmailDeliveryException.temporary(
                kind + (cause == null ? "" : ": " + cause.getClass().getSimpleName()));
    }

    private static String told(int code, @Nullable String text, String what) {
        Matcher enhanced = ENHANCED.matcher(String.valueOf(text));
        return "the server refused " + what + " with " + code + (enhanced.find() ? " " + enhanced.group(1) : "");
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
