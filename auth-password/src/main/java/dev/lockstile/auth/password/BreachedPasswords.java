package dev.lockstile.auth.password;

import dev.lockstile.auth.secret.Secret;

/**
 * Tells whether a password is known from a breach (ASVS 6.2.12). Implementations must not let the password, or a whole
 * hash of it, leave the machine; {@code RangeBreachedPasswords} shows how. Called by many threads at once.
 */
@FunctionalInterface
public interface BreachedPasswords {

    /**
     * How often the password was seen in breaches.
     *
     * @param password that a person chose; never to be sent or logged as it is
     * @return 0 when it is not known
     * @throws BreachSourceException when the source cannot be asked; {@link BreachOutage} decides what then
     */
    long timesSeen(Secret password) throws BreachSourceException;
}
