package dev.lockstile.auth.store;

/** The database cannot be reached or did not answer in time. The caller may repeat the call. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message free of secrets and of text that a user has entered
     * @param cause the exception of the database
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
