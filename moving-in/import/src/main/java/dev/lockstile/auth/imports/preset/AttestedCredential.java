package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.cose.CborReader;
import dev.lockstile.auth.secret.Sha256;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * What the attestation object of a registration says of a passkey (WebAuthn Level 3, 6.1 and 6.5.1).
 *
 * @param rpIdHash of the relying party that it was made for
 * @param credentialId base64url
 */
record AttestedCredential(byte[] rpIdHash, String credentialId) {

    private static final int HASH = 32;
    private static final int BEFORE_LENGTH = 32 + 1 + 4 + 16;

    /**
     * Reads one; empty for what is none.
     *
     * @param attestationObject in base64 or base64url
     */
    static Optional<AttestedCredential> of(String attestationObject) {
        try {
            return new CborReader(OldPasskey.decoded(attestationObject)).next() instanceof Map<?, ?> map
                            && map.get("authData") instanceof byte[] data
                    ? Optional.of(read(ByteBuffer.wrap(data)))
                    : Optional.empty();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty(); // cut off, or no attestation object
        }
    }

    private static AttestedCredential read(ByteBuffer data) {
        byte[] hash = new byte[HASH];
        data.get(hash);
        data.position(BEFORE_LENGTH);
        byte[] id = new byte[data.getShort() & 0xffff];
        data.get(id);
        return new AttestedCredential(hash, OldPasskey.encoded(id));
    }

    /** Whether it was made for that relying party id. */
    boolean isOf(String relyingParty) {
        return MessageDigest.isEqual(rpIdHash, Sha256.of(relyingParty));
    }
}
