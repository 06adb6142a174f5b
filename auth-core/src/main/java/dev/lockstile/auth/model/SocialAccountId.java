package dev.lockstile.auth.model;

/**
 * The key of a social account row, of the type that the host's table has: a number, a UUID or a text.
 *
 * @param key compared with {@code equals}
 */
public record SocialAccountId(Object key) {

    /** {@return the key as text} */
    @Override
    public String toString() {
        return key.toString();
    }
}
