package dev.lockstile.auth.internal.message;

/** A message did not leave this time. The text says why, and may be stored once it is cleaned of what is secret. */
final class FailedTry extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    private FailedTry(String reason, boolean retryable) {
        // No stack trace and no cause: a cause may quote the message.
        super(reason, null, false, false);
        this.retryable = retryable;
    }

    static FailedTry temporary(String reason) {
        return new FailedTry(reason, true);
    }

    static FailedTry permanent(String reason) {
        return new FailedTry(reason, false);
    }

    static FailedTry of(String reason, boolean retryable) {
        return new FailedTry(reason, retryable);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    boolean retryable() {
        return retryable;
    }
}
