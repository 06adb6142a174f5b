package dev.lockstile.auth.email;

import org.jspecify.annotations.Nullable;

/**
 * A provider did not take an e-mail.
 *
 * <p>The message of this exception is kept in the message log: it says what the provider answered (a status, an error
 * code), never the text that was to be sent, the address, or the provider's credentials (ASVS 16.2.5).
 */
public final class EmailDeliveryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private EmailDeliveryException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** It may work in a while: a timeout, too many requests, an error of the provider's own. */
    public static EmailDeliveryException temporary(String message) {
        return new EmailDeliveryException(message, true, null);
    }

    /** It may work in a while; the cause is for a debugger and is not logged. */
    public static EmailDeliveryException temporary(String message, Throwable cause) {
        return new EmailDeliveryException(message, true, cause);
    }

    /** It will not work however often it is tried: an address that does not exist, refused credentials. */
    public static EmailDeliveryException permanent(String message) {
        return new EmailDeliveryException(message, false, null);
    }

    /** It will not work however often it is tried; the cause is for a debugger and is not logged. */
    public static EmailDeliveryException permanent(String message, Throwable cause) {
        return new EmailDeliveryException(message, false, cause);
    }

    /** Whether the same message may be tried again. */
    public boolean retryable() {
        return retryable;
    }
}
