package dev.lockstile.auth.email;

/**
 * Sends e-mails through a provider. A provider implements one method, or is a lambda.
 *
 * <p>Called only by the message dispatcher, after the commit of the transaction that wrote the message, outside any
 * transaction and never on the thread of a request: the client cannot observe duration and result (ASVS 6.3.8). Several
 * threads and nodes send at the same time, so an implementation has to be safe for use by many threads.
 */
@FunctionalInterface
public interface EmailSender {

    /**
     * {@return the provider's stable name, such as {@code smtp}; {@code email} unless overridden} It is written to the
     * message log: it must not change between releases or be a class name. At most 255 characters. Each sender of an
     * application needs its own name; a sender that delegates to another one returns that one's.
     */
    default String name() {
        return "email";
    }

    /**
     * Sends one message and returns when the provider has accepted it. The sender's own address is the implementation's
     * configuration.
     *
     * <p>An implementation has to limit its waiting, for instance to 2 seconds for the connection and 5 seconds in
     * total. After 20 seconds, which all providers of a channel share, the dispatcher abandons the attempt and
     * interrupts its thread.
     *
     * <p>Delivery is at least once: after a timeout or a crash the same message is sent again with the same
     * {@link EmailMessage#id()}. Use the id as the idempotency key where the provider supports one.
     *
     * <p>Do not log the message: the bodies contain a code or a link.
     *
     * @param message the message with its recipient
     * @throws EmailDeliveryException when the provider did not accept it; the exception decides about further
     *     attempts. Any other exception counts as a temporary failure.
     */
    void send(EmailMessage message) throws EmailDeliveryException;
}
