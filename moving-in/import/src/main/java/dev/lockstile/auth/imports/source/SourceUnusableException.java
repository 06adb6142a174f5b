package dev.lockstile.auth.imports.source;

import org.jspecify.annotations.Nullable;

/**
 * The source cannot be read: it does not answer, or it is not what the preset expects. The message is for people, says
 * what to do, and holds neither a password nor a person's data. What was imported before stays; a new run goes on.
 */
public sealed class SourceUnusableException extends RuntimeException permits PeopleLookup.TooLargeException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong is told by the message alone.
     *
     * @param message without passwords: it is shown and logged
     */
    public SourceUnusableException(String message) {
        super(message);
    }

    /**
     * The cause is told by its kind alone in most places, since a driver's message may repeat the address.
     *
     * @param message without passwords: it is shown and logged
     * @param cause what the driver threw; null for none
     */
    public SourceUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
