package dev.lockstile.auth.passkey.internal.ceremony;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Bytes with a value: compared by content, written as base64url without padding. */
public final class CredentialBytes {

    private final byte[] bytes;

    private CredentialBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static CredentialBytes of(byte[] bytes) {
        return new CredentialBytes(bytes.clone());
    }

    /**
     * Reads base64url; empty unless the text is the one form that these bytes have, without padding (RFC 4648, 3.5).
     */
    public static Optional<CredentialBytes> parse(String text) {
        try {
            CredentialBytes read = new CredentialBytes(Base64.getUrlDecoder().decode(text));
            return read.text().equals(text) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
