package dev.lockstile.auth.http.internal.input;

/** Ends a handler that was only asked what it reads. */
public final class Described extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Described() {
        super("described", null, false, false);
    }
}
