package dev.lockstile.auth.password;

/** The source of breached passwords could not be asked. It never carries the password or its hash. */
public final class BreachSourceException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of which nothing more is known.
     *
     * @param message what went wrong, without anything secret
     */
    public BreachSourceException(String message) {
        super(message);
    }

    /**
     * A failure with what is below it.
     *
     * @param message what went wrong, without anything secret
     * @param cause the failure below
     */
    public BreachSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
