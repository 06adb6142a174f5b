package dev.lockstile.auth.schema.lock;

/** The lock was not released, since its holder lives or may live. The message is the report. */
public final class LockAliveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LockReport.Held held;

    LockAliveException(LockReport.Held held) {
        super("not released: " + held);
        this.held = held;
    }

    /** {@return what is known of the holder} */
    public LockReport.Held held() {
        return held;
    }
}
