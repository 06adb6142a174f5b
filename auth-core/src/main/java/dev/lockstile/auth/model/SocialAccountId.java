package dev.lockstile.auth.model;

/**
 * The key of an account at another site, of the type the host's table has: a number, a UUID or a text.
 *
 * @param key equal keys are equal by {@code equals}
 */
public record SocialAccountId(Object key) {

    /** The key as text. */
    @Override
    public String toString() {
        return key.toString();
    }
}
