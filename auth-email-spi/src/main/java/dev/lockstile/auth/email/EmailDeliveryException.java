package dev.lockstile.auth.email;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider did not accept an e-mail.
 *
 * <p>The message of this exception is kept in the message log: it has the provider's answer (a status, an error code),
 * never the text, the address, or the provider's credentials (ASVS 16.2.5).
 */
public final class EmailDeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The cause of the failure, which decides about further attempts. */
    public enum Fault {
        /**
         * A temporary failure: a timeout, too many requests, an error of the provider. Another attempt may succeed.
         */
        TEMPORARY,
        /**
         * The message cannot be delivered: an address that does not exist. No further attempt is made, also not with
         * another provider.
         */
        MESSAGE,
        /**
         * The account at the provider is unusable: refused credentials, no credit. Another provider is used until it is
         * repaired.
         */
        PROVIDER
    }

    /** The cause of the failure. */
    private final Fault fault;
    /** The pause requested by the provider; null for none. */
    private final @Nullable Duration retryAfter;

    private EmailDeliveryException(
            String message, Fault fault, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    /**
     * Creates a temporary failure: a timeout, too many requests, an error of the provider.
     *
     * @param message the provider's answer; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static EmailDeliveryException temporary(String message) {
        return new EmailDeliveryException(message, Fault.TEMPORARY, null, null);
    }

    /**
     * Creates a temporary failure with a cause, which is for debugging and is not logged.
     *
     * @param message the provider's answer; kept in the message log, so without secrets, text and recipient
     * @param cause the exception of the provider's client
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static EmailDeliveryException temporary(String message, Throwable cause) {
        return new EmailDeliveryException(message, Fault.TEMPORARY, null, cause);
    }

    /**
     * Creates a temporary failure with a pause that the provider requested (HTTP {@code Retry-After}, RFC 9110 10.2.3).
     *
     * @param message the provider's answer; kept in the message log, so without secrets, text and recipient
     * @param retryAfter the requested pause
     * @return a fault of the kind {@link Fault#TEMPORARY}
     */
    public static EmailDeliveryException later(String message, Duration retryAfter) {
        return new EmailDeliveryException(message, Fault.TEMPORARY, retryAfter, null);
    }

    /**
     * Creates a permanent failure of the message: an address that does not exist.
     *
     * @param message the provider's answer; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#MESSAGE}
     */
    public static EmailDeliveryException permanent(String message) {
        return new EmailDeliveryException(message, Fault.MESSAGE, null, null);
    }

    /**
     * Creates a permanent failure of the message with a cause, which is for debugging and is not logged.
     *
     * @param message the provider's answer; kept in the message log, so without secrets, text and recipient
     * @param cause the exception of the provider's client
     * @return a fault of the kind {@link Fault#MESSAGE}
     */
    public static EmailDeliveryException permanent(String message, Throwable cause) {
        return new EmailDeliveryException(message, Fault.MESSAGE, null, cause);
    }

    /**
     * Creates a failure of the provider, which accepts no messages until it is repaired: refused credentials, no
     * credit, no sender.
     *
     * @param message the provider's answer; kept in the message log, so without secrets, text and recipient
     * @return a fault of the kind {@link Fault#PROVIDER}
     */
    public static EmailDeliveryException unusable(String message) {
        return new EmailDeliveryException(message, Fault.PROVIDER, null, null);
    }

    /** {@return the cause of the failure} */
    public Fault fault() {
        return fault;
    }

    /** {@return whether the message may be sent again, by this or another provider} */
    public boolean retryable() {
        return fault != Fault.MESSAGE;
    }

    /** {@return the pause requested by the provider; empty for none} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
