package dev.lockstile.auth.imports.source;

/** Bytes that are not a record. The message says why, without quoting them. */
final class BadRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    BadRecordException(String message) {
        super(message);
    }
}
