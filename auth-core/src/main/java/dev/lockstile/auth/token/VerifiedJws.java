package dev.lockstile.auth.token;

import org.jspecify.annotations.Nullable;

/** Signed content whose signature was verified. Nothing but {@link VerificationKeys} makes one. */
public final class VerifiedJws {

    private final String keyId;
    private final @Nullable String type;
    private final byte[] payload;

    VerifiedJws(String keyId, @Nullable String type, byte[] payload) {
        this.keyId = keyId;
        this.type = type;
        this.payload = payload.clone();
    }

    /** {@return the {@code kid} of the key that signed it} */
    public String keyId() {
        return keyId;
    }

    /**
     * {@return the {@code typ}; null where the header has none} What may be read from the payload depends on it (RFC
     * 8725 3.11).
     */
    public @Nullable String type() {
        return type;
    }

    /** {@return a copy of what was signed} */
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public String toString() {
        return "VerifiedJws[" + keyId + "]";
    }
}
