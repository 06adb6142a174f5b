package dev.lockstile.auth.store;

/** Another row holds a unique key. What the work has written was rolled back. */
public final class KeyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param cause the exception of the database
     */
    public KeyTakenException(Throwable cause) {
        super("a unique key is held by another row", cause);
    }
}
