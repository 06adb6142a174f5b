package dev.lockstile.auth.password;

/**
 * The machine is busy hashing other passwords, and the wait limit has passed. Answer "busy, try again" (HTTP 503) and
 * count nothing: the password was not looked at.
 */
public final class HashingBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was waited for, without anything secret */
    public HashingBusyException(String message) {
        super(message);
    }
}
