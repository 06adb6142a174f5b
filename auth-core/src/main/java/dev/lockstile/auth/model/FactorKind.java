package dev.lockstile.auth.model;

import java.util.Locale;

/** The kinds of second factors. */
public enum FactorKind {
    /** Codes of an authenticator application (RFC 6238). */
    TOTP,
    /** A passkey or security key (WebAuthn). */
    PASSKEY,
    /** A recovery code, for use when the other factors are lost. */
    RECOVERY_CODE;

    /** {@return the stable name in requests and responses, such as {@code recovery_code}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
