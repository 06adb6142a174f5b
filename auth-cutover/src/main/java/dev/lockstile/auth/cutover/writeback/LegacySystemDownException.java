package dev.lockstile.auth.cutover.writeback;

/** The old system does not answer. Nothing is wrong with the person at hand: everybody waits. */
public final class LegacySystemDownException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what did not answer.
     *
     * @param message without values of a person: it is logged
     */
    public LegacySystemDownException(String message) {
        super(message);
    }
}
