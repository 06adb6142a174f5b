package dev.lockstile.auth.sms;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider did not take a text message.
 *
 * <p>The message of this exception is kept in the message log: it says what the provider answered (a status, an error
 * code), never the text that was to be sent, the number, or the provider's credentials (ASVS 16.2.5).
 */
public final class SmsDeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is at fault, and so what is worth trying. */
    public enum Fault {
        /** The moment: a timeout, too many requests, an error of the provider's own. Another try may work. */
        TEMPORARY,
        /**
         * The message: an unknown number, a blocked country. No try will work, and none is made with another provider.
         */
        MESSAGE,
        /** The provider's account: refused credentials, no credit. Only another provider, or a repair, helps. */
        PROVIDER
    }

    /** What is at fault. */
    private final Fault fault;
    /** How long the provider wants to be left alone; null when it did not say. */
    private final @Nullable Duration retryAfter;

    private SmsDeliveryException(
            String message, Fault fault, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    /**
     * It may work in a while: a timeout, too many requests, an error of the provider's own.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static SmsDeliveryException temporary(String message) {
        return new SmsDeliveryException(message, Fault.TEMPORARY, null, null);
    }

    /**
     * It may work in a while; the cause is for a debugger and is not logged.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @param cause what the provider's client threw
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static SmsDeliveryException temporary(String message, Throwable cause) {
        return new SmsDeliveryException(message, Fault.TEMPORARY, null, cause);
    }

    /**
     * It may work once so much time has passed, for the provider said so (HTTP {@code Retry-After}, RFC 9110 10.2.3).
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @param retryAfter how long the provider wants to be left alone
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static SmsDeliveryException later(String message, Duration retryAfter) {
        return new SmsDeliveryException(message, Fault.TEMPORARY, retryAfter, null);
    }

    /**
     * It will not work however often it is tried: an unknown number, a blocked country.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#MESSAGE}
     */
    public static SmsDeliveryException permanent(String message) {
        return new SmsDeliveryException(message, Fault.MESSAGE, null, null);
    }

    /**
     * It will not work however often it is tried; the cause is for a debugger and is not logged.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @param cause what the provider's client threw
     * @return a fault of the kind {@link Fault#MESSAGE}
     */
    public static SmsDeliveryException permanent(String message, Throwable cause) {
        return new SmsDeliveryException(message, Fault.MESSAGE, null, cause);
    }

    /**
     * This provider takes nothing from us until it is repaired: refused credentials, no credit, no sender.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#PROVIDER}
     */
    public static SmsDeliveryException unusable(String message) {
        return new SmsDeliveryException(message, Fault.PROVIDER, null, null);
    }

    /** {@return what is at fault} */
    public Fault fault() {
        return fault;
    }

    /** {@return whether the same message may be tried again, here or with another provider} */
    public boolean retryable() {
        return fault != Fault.MESSAGE;
    }

    /** {@return how long the provider wants to be left alone; empty when it did not say} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
