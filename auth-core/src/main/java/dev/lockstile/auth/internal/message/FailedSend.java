package dev.lockstile.auth.internal.message;

import java.time.Duration;

/** A message did not leave this time. The text says why, and may be stored once it is cleaned of what is secret. */
final class FailedSend extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is at fault. */
    enum Fault {
        /** Our own side, or the moment: worth another try, here or with another provider. */
        TEMPORARY,
        /** The message: worth no other try. */
        MESSAGE,
        /** The provider: worth a try with another one at once. */
        PROVIDER
    }

    private final Fault fault;
    private final Duration retryAfter;

    private FailedSend(String reason, Fault fault, Duration retryAfter) {
        // No stack trace and no cause: a cause may quote the message.
        super(reason, null, false, false);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    static FailedSend temporary(String reason) {
        return new FailedSend(reason, Fault.TEMPORARY, Duration.ZERO);
    }

    static FailedSend permanent(String reason) {
        return new FailedSend(reason, Fault.MESSAGE, Duration.ZERO);
    }

    /** @param retryAfter how long the provider wants to be left alone; zero when it did not say */
    static FailedSend of(String reason, Fault fault, Duration retryAfter) {
        return new FailedSend(reason, fault, retryAfter.isNegative() ? Duration.ZERO : retryAfter);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    Fault fault() {
        return fault;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    boolean retryable() {
        return fault != Fault.MESSAGE;
    }
}
