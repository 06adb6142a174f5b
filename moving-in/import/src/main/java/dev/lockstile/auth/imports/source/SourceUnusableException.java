package dev.lockstile.auth.imports.source;

import org.jspecify.annotations.Nullable;

/**
 * The source cannot be read: it does not answer, or it is not what the preset expects. The message is for the operator,
 * says what to do, and contains neither passwords nor personal data. Completed batches remain; a new run continues.
 */
public sealed class SourceUnusableException extends RuntimeException permits PeopleLookup.TooLargeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the message, without passwords, since it is displayed and logged
     */
    public SourceUnusableException(String message) {
        super(message);
    }

    /**
     * Creates the exception with a cause. Reports mostly name only the type of the cause, since a driver's message may
     * contain the address.
     *
     * @param message the message, without passwords, since it is displayed and logged
     * @param cause the driver's exception; null for none
     */
    public SourceUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
