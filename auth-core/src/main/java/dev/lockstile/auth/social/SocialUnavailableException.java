package dev.lockstile.auth.social;

/**
 * A provider does not answer now: it is slow, down, or its answer is malformed. Says nothing about the person who signs
 * in.
 */
public final class SocialUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception with a cause.
     *
     * @param message the cause, without secrets and without text from a user
     * @param cause the failure
     */
    public SocialUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates the exception.
     *
     * @param message the cause, without secrets and without text from a user
     */
    public SocialUnavailableException(String message) {
        super(message);
    }
}
