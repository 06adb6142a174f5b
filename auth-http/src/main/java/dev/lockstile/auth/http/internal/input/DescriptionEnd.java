package dev.lockstile.auth.http.internal.input;

/** Ends a handler that was only asked what it reads. */
public final class DescriptionEnd extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DescriptionEnd() {
        super("described", null, false, false);
    }
}
