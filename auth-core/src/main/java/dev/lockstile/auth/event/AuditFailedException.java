package dev.lockstile.auth.event;

/** An event could not be written into the audit trail, or the trail was found tampered with. The message says what. */
public final class AuditFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message without a secret and without text of a user
     */
    public AuditFailedException(String message) {
        super(message);
    }
}
