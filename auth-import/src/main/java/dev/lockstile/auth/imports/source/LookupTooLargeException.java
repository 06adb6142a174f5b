package dev.lockstile.auth.imports.source;

/**
 * A look-up found more than is read of one. Who is meant cannot be told from a part, so the answer is unknown, never
 * nobody; and it says nothing about the health of the source.
 */
public final class LookupTooLargeException extends SourceUnusableException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what found too many.
     *
     * @param message without values of a person: it is logged
     */
    public LookupTooLargeException(String message) {
        super(message);
    }
}
