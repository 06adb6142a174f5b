package dev.lockstile.auth.imports.source;

/** Bytes that are no record. The message says what is wrong and shows nothing of them. */
final class BadRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    BadRecordException(String message) {
        super(message);
    }
}
