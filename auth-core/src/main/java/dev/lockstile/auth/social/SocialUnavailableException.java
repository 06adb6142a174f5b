package dev.lockstile.auth.social;

/**
 * A provider cannot be asked now: too slow, down, or its answer is none. Says nothing about the person who signs in.
 */
public final class SocialUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Cannot be asked, because of another failure.
     *
     * @param message without a secret and without text of a user
     * @param cause what failed
     */
    public SocialUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Cannot be asked.
     *
     * @param message without a secret and without text of a user
     */
    public SocialUnavailableException(String message) {
        super(message);
    }
}
