package dev.lockstile.auth.social;

/** A provider cannot be asked now: too slow, down, or its answer is none. Says nothing about the person who signs in. */
public final class SocialUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public SocialUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public SocialUnavailableException(String message) {
        super(message);
    }
}
