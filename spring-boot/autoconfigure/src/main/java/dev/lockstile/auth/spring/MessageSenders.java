package dev.lockstile.auth.spring;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.sms.SmsSender;
import java.util.List;

/**
 * Who sends messages, in the order in which they are tried. A bean of this type takes the place of all beans of type
 * {@link EmailSender} and {@link SmsSender}, and of the console in development.
 *
 * @param email at least one, or the start is refused
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
