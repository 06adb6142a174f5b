package dev.lockstile.auth.store;

/** A unique key is held by another row. The transaction was rolled back. */
public final class KeyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what the database reported.
     *
     * @param cause the database's own exception
     */
    public KeyTakenException(Throwable cause) {
        super("a unique key is held by another row", cause);
    }
}
