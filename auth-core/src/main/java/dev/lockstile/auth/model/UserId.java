package dev.lockstile.auth.model;

/**
 * The key of a user, of the type the host's table has: a number, a UUID or a text.
 *
 * @param key equal keys are equal by {@code equals}
 */
public record UserId(Object key) {

    /** The key as text, as in tokens and paths. */
    @Override
    public String toString() {
        return key.toString();
    }
}
