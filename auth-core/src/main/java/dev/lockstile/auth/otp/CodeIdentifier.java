package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.IdentifierKind;

/**
 * The identifier a code is asked for.
 *
 * @param kind e-mail or phone
 * @param text as the person typed it
 */
public record CodeIdentifier(IdentifierKind kind, String text) {

    /**
     * {@return an e-mail address}
     *
     * @param text as the person typed it
     */
    public static CodeIdentifier email(String text) {
        return new CodeIdentifier(IdentifierKind.EMAIL, text);
    }

    /**
     * {@return a phone number}
     *
     * @param text as the person typed it; with the country's prefix unless the host has set a region
     */
    public static CodeIdentifier phone(String text) {
        return new CodeIdentifier(IdentifierKind.PHONE, text);
    }

    @Override
    public String toString() {
        return "CodeIdentifier[" + kind + "]";
    }
}
