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
     * @throws SourceException when the source cannot be asked; {@link BreachOutage} decides what then
     */
    long timesSeen(Secret password) throws SourceException;

    /** The source of breached passwords could not be asked. It never carries the password or its hash. */
    final class SourceException extends Exception {

        private static final long serialVersionUID = 1L;

        /**
         * A failure of which nothing more is known.
         *
         * @param message what went wrong, without anything secret
         */
        public SourceException(String message) {
            super(message);
        }

        /**
         * A failure with what is below it.
         *
         * @param message what went wrong, without anything secret
         * @param cause the failure below
         */
        public SourceException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
