package dev.lockstile.auth.model;

/**
 * The key of a profile, of the type that the host's table has: a number, a UUID or a text.
 *
 * @param key compared with {@code equals}
 */
public record ProfileId(Object key) {

    /** {@return the key as text, as in tokens and URL paths} */
    @Override
    public String toString() {
        return key.toString();
    }
}
