package dev.lockstile.auth.http.internal.json;

/** A body that is no JSON object, or one that this library does not take. Says nothing on its content. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message, null, false, false);
    }
}
