package dev.lockstile.auth.event;

/**
 * An event could not be written to the audit trail, or the trail was found tampered with; the message names the cause.
 */
public final class AuditFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the cause, without secrets and without text from a user
     */
    public AuditFailedException(String message) {
        super(message);
    }
}
