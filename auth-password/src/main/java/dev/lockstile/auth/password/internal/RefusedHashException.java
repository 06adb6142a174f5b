package dev.lockstile.auth.password.internal;

/**
 * A stored hash has the shape of a format, with figures that are too costly to compute. Carries no stack: it is an
 * answer.
 */
final class RefusedHashException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedHashException(String message) {
        super(message, null, false, false);
    }

    static void unless(boolean fine, String message) {
        if (!fine) {
            throw new RefusedHashException(message);
        }
    }
}
