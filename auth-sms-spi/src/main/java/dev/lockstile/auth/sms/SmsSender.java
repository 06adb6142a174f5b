package dev.lockstile.auth.sms;

/**
 * Hands a text message to a provider. The one method to implement when a provider is added, or a lambda.
 *
 * <p>Called by the message dispatcher alone, after the transaction that asked for the message has committed and outside
 * any other, never on the thread of a request: how long it takes and how it ends is not seen by the client that asked
 * (ASVS 6.3.8). Messages may come from several threads and several nodes at the same time, so an implementation is safe
 * for use by many threads.
 */
@FunctionalInterface
public interface SmsSender {

    /**
     * {@return the provider's stable name, such as {@code twilio}; {@code sms} unless it says otherwise} It is written
     * to the message log, so it does not change with a release and is not a class name. At most 255 characters. Two
     * senders of one application have two names, so that the log tells them apart; a sender that hands on to another
     * one has that one's.
     */
    default String name() {
        return "sms";
    }

    /**
     * Hands over one message and returns once the provider has accepted it.
     *
     * <p>Every wait is bounded: 2 seconds for the connection and 5 seconds in all are good figures. The dispatcher
     * gives a send up and interrupts its thread after 20 seconds, which several providers of a channel share.
     *
     * <p>Delivery is at least once. A message may come again with the same {@link SmsMessage#id()} and the same
     * content, after a timeout or a crash: where the provider takes an idempotency key, the id is that key.
     *
     * <p>Nothing of the message is logged here: the text holds a code.
     *
     * @param message what to send, and to whom
     * @throws SmsDeliveryException when the provider did not take it; whether another try makes sense is told by the
     *     exception. Any other exception counts as a failed try that may be repeated.
     */
    void send(SmsMessage message) throws SmsDeliveryException;
}
