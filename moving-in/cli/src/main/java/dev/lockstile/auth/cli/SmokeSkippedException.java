package dev.lockstile.auth.cli;

import java.io.IOException;

/** A step of a smoke test that cannot be tried with this person or application, with the reason. */
final class SmokeSkippedException extends IOException {

    private static final long serialVersionUID = 1L;

    SmokeSkippedException(String message) {
        super(message);
    }
}
