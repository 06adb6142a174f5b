package dev.lockstile.auth.model;

import java.util.Locale;

/** The kinds of second factors. */
public enum FactorKind {
    /** Codes of an authenticator application (RFC 6238). */
    TOTP,
    /** A passkey or security key (WebAuthn). */
    PASSKEY,
    /** One of a printed set of codes, for the loss of the other factors. */
    RECOVERY_CODE;

    /** {@return the stable name on the wire, such as {@code recovery_code}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
