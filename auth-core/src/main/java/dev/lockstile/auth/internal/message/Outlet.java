package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.message.RenderedMessage;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.store.OutboxMessage;
import org.jspecify.annotations.Nullable;

/**
 * The way out of one channel.
 *
 * @param provider stable name of the provider
 */
record Outlet(String provider, Exit exit) {

    /** Hands a message to a provider. */
    @FunctionalInterface
    interface Exit {
        void send(OutboxMessage message, RenderedMessage words) throws FailedTry;
    }

    static Outlet of(@Nullable SmsSender sender) {
        if (sender == null) {
            return missing("no SMS sender is configured");
        }
        return new Outlet(sender.name(), (message, words) -> send(sender, message, words));
    }

    static Outlet of(@Nullable EmailSender sender) {
        if (sender == null) {
            return missing("no e-mail sender is configured");
        }
        return new Outlet(sender.name(), (message, words) -> send(sender, message, words));
    }

    private static Outlet missing(String reason) {
        return new Outlet("none", (message, words) -> {
            throw FailedTry.permanent(reason);
        });
    }

    private static void send(SmsSender sender, OutboxMessage message, RenderedMessage words) throws FailedTry {
        try {
            sender.send(new SmsMessage(message.id(), message.recipient(), words.text()));
        } catch (SmsDeliveryException e) {
            throw FailedTry.of(String.valueOf(e.getMessage()), e.retryable());
        }
    }

    private static void send(EmailSender sender, OutboxMessage message, RenderedMessage words) throws FailedTry {
        try {
            sender.send(
                    new EmailMessage(message.id(), message.recipient(), words.subject(), words.text(), words.html()));
        } catch (EmailDeliveryException e) {
            throw FailedTry.of(String.valueOf(e.getMessage()), e.retryable());
        }
    }
}
