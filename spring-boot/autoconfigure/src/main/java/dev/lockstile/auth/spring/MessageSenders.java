package dev.lockstile.auth.spring;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsSender;
import java.util.List;

/**
 * The senders of messages, in the order in which they are tried. A bean of this type replaces all beans of type
 * {@link EmailSender} and {@link SmsSender}, and the console senders of development.
 *
 * @param email at least one; otherwise the application does not start
 * @param sms empty when no text messages are sent
 */
public record MessageSenders(List<EmailSender> email, List<SmsSender> sms) {

    /**
     * Copies both lists.
     *
     * @param email at least one, in the order of trying
     * @param sms in the order of trying; empty when no text messages are sent
     */
    public MessageSenders {
        email = List.copyOf(email);
        sms = List.copyOf(sms);
    }
}
