package dev.lockstile.auth.email;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider did not take an e-mail.
 *
 * <p>The message of this exception is kept in the message log: it says what the provider answered (a status, an error
 * code), never the text that was to be sent, the address, or the provider's credentials (ASVS 16.2.5).
 */
public final class EmailDeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is at fault, and so what is worth trying. */
    public enum Fault {
        /** The moment: a timeout, too many requests, an error of the provider's own. Another try may work. */
        TEMPORARY,
        /** The message: an address that does not exist. No try will work, and none is made with another provider. */
        MESSAGE,
        /** The provider's account: refused credentials, no credit. Only another provider, or a repair, helps. */
        PROVIDER
    }

    /** What is at fault. */
    private final Fault fault;
    /** How long the provider wants to be left alone; null when it did not say. */
    private final @Nullable Duration retryAfter;

    private EmailDeliveryException(
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
    public static EmailDeliveryException temporary(String message) {
        return new EmailDeliveryException(message, Fault.TEMPORARY, null, null);
    }

    /**
     * It may work in a while; the cause is for a debugger and is not logged.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @param cause what the provider's client threw
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static EmailDeliveryException temporary(String message, Throwable cause) {
        return new EmailDeliveryException(message, Fault.TEMPORARY, null, cause);
    }

    /**
     * It may work once so much time has passed, for the provider said so (HTTP {@code Retry-After}, RFC 9110 10.2.3).
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @param retryAfter how long the provider wants to be left alone
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static EmailDeliveryException later(String message, Duration retryAfter) {
        return new EmailDeliveryException(message, Fault.TEMPORARY, retryAfter, null);
    }

    /**
     * It will not work however often it is tried: an address that does not exist.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#MESSAGE}
     */
    public static EmailDeliveryException permanent(String message) {
        return new EmailDeliveryException(message, Fault.MESSAGE, null, null);
    }

    /**
     * It will not work however often it is tried; the cause is for a debugger and is not logged.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @param cause what the provider's client threw
     * @return a fault of the kind {@link Fault#MESSAGE}
     */
    public static EmailDeliveryException permanent(String message, Throwable cause) {
        return new EmailDeliveryException(message, Fault.MESSAGE, null, cause);
    }

    /**
     * This provider takes nothing from us until it is repaired: refused credentials, no credit, no sender.
     *
     * @param message what the provider answered; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#PROVIDER}
     */
    public static EmailDeliveryException unusable(String message) {
        return new EmailDeliveryException(message, Fault.PROVIDER, null, null);
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
