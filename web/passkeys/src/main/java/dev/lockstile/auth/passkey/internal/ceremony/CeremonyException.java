package dev.lockstile.auth.passkey.internal.ceremony;

/** Ends the reading of a credential; never leaves this package. */
final class CeremonyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final CeremonyRefusal why;

    CeremonyException(CeremonyRefusal why) {
        super(why.name());
        this.why = why;
    }

    CeremonyException(CeremonyRefusal why, Exception cause) {
        super(why.name(), cause);
        this.why = why;
    }

    CeremonyRefusal why() {
        return why;
    }
}
