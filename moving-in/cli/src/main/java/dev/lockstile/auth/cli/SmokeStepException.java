package dev.lockstile.auth.cli;

import java.io.IOException;

/** A step of a smoke test that did not do what it should, with the reason and what to do. */
final class SmokeStepException extends IOException {

    private static final long serialVersionUID = 1L;

    SmokeStepException(String message) {
        super(message);
    }
}
