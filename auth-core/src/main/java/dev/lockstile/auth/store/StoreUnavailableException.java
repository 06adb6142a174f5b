package dev.lockstile.auth.store;

/** The database cannot be reached or did not answer in time. Nothing was decided; the call may be repeated. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what did not answer.
     *
     * @param message without a secret and without text of a user
     * @param cause what failed
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
