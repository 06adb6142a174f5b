package dev.lockstile.auth.migrate.back;

/** The old system does not answer. Nothing is wrong with the person at hand: everybody waits. */
public final class OldSystemDownException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message without values of a person: it is logged */
    public OldSystemDownException(String message) {
        super(message);
    }
}
