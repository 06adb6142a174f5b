package dev.lockstile.auth.password;

/**
 * The machine is busy hashing other passwords, and the wait limit has passed. Answer "busy, try again" (HTTP 503).
 * Count the try as a failure only if the password {@linkplain #wasLookedAt() was looked at}.
 */
public final class HashingBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whether the password was compared, and was wrong. */
    private final boolean lookedAt;

    /**
     * Before anything was compared.
     *
     * @param message what was waited for, without anything secret
     */
    public HashingBusyException(String message) {
        this(message, false);
    }

    private HashingBusyException(String message, boolean lookedAt) {
        super(message);
        this.lookedAt = lookedAt;
    }

    /** {@return the same, where the password had been compared and was wrong before the time ran out} */
    public HashingBusyException afterALook() {
        HashingBusyException after = new HashingBusyException("the time ran out after the password was compared", true);
        after.initCause(this);
        return after;
    }

    /** {@return true when the password was compared, and was wrong: an attempt that is not given back} */
    public boolean wasLookedAt() {
        return lookedAt;
    }
}
