package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.email.EmailDeliveryException;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.sms.SmsDeliveryException;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.throttle.CircuitBreaker;
import java.time.Duration;

/**
 * One provider of a channel.
 *
 * @param name stable name
 * @param breaker left alone after five failures in a row for 30 seconds; when it asks for a time, for five minutes at
 *     most
 */
record Provider(String name, Exit exit, CircuitBreaker breaker) {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    /** Hands a message to a provider. */
    @FunctionalInterface
    interface Exit {
        void send(OutboxMessage message, RenderedMessage words) throws FailedSend;
    }

    static Provider of(SmsSender sender) {
        return new Provider(sender.name(), (message, words) -> send(sender, message, words), breakerOfOne());
    }

    static Provider of(EmailSender sender) {
        return new Provider(sender.name(), (message, words) -> send(sender, message, words), breakerOfOne());
    }

    private static CircuitBreaker breakerOfOne() {
        return new CircuitBreaker(FAILURES, REST, LONGEST_REST);
    }

    private static void send(SmsSender sender, OutboxMessage message, RenderedMessage words) throws FailedSend {
        try {
            sender.send(new SmsMessage(message.id(), message.recipient(), words.text()));
        } catch (SmsDeliveryException e) {
            throw FailedSend.of(
                    String.valueOf(e.getMessage()),
                    FailedSend.Fault.valueOf(e.fault().name()),
                    e.retryAfter().orElse(Duration.ZERO));
        }
    }

    private static void send(EmailSender sender, OutboxMessage message, RenderedMessage words) throws FailedSend {
        try {
            sender.send(
                    new EmailMessage(message.id(), message.recipient(), words.subject(), words.text(), words.html()));
        } catch (EmailDeliveryException e) {
            throw FailedSend.of(
                    String.valueOf(e.getMessage()),
                    FailedSend.Fault.valueOf(e.fault().name()),
                    e.retryAfter().orElse(Duration.ZERO));
        }
    }
}
