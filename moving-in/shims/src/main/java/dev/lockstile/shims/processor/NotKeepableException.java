package dev.lockstile.shims.processor;

/** A former name that cannot be kept by a generated class. The message says what to do instead. */
final class NotKeepableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotKeepableException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
