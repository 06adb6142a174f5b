package dev.lockstile.auth.internal.crypto;

import dev.lockstile.auth.secret.Randomness;
import java.util.Base64;
import java.util.Optional;

/**
 * Encrypts a value for a column of the database: {@code v1.<key id>.<base64url of nonce, ciphertext and tag>},
 * AES-256-GCM with a random nonce. The row it belongs to is bound in, so that a writer of the table cannot put
 * one row's value into another. Random nonces are sound for 2^32 values under one key (NIST SP 800-38D, 8.3).
 */
public final class ColumnCipher {

    private static final String VERSION = "v1";

    private final SealKeys keys;
    private final Randomness randomness;

    public ColumnCipher(SealKeys keys, Randomness randomness) {
        this.keys = keys;
        this.randomness = randomness;
    }

    /** The value under the current key, bound to a row. */
    public String seal(byte[] value, byte[] row) {
        SealKeys.Key key = keys.current();
        byte[] sealed = AesGcm.seal(key.bytes(), randomness.bytes(AesGcm.NONCE_BYTES), value, row);
        return VERSION + "." + key.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The value; empty when it was changed, belongs to another row, or its key is not known here. */
    public Optional<byte[]> open(String sealed, byte[] row) {
        return Form.of(sealed).flatMap(form -> keys.byId(form.keyId()).flatMap(key -> form.open(key, row)));
    }

    /** True for a text that looks like a sealed value. */
    public static boolean isSealed(String text) {
        return Form.of(text).isPresent();
    }

    /** True for a sealed value whose key is not known here: another node may have been given the new key first. */
    public boolean lacksKeyOf(String sealed) {
        return Form.of(sealed).filter(form -> keys.byId(form.keyId()).isEmpty()).isPresent();
    }

    private record Form(String keyId, String text) {

        static Optional<Form> of(String sealed) {
            String[] parts = sealed.split("\\.", -1);
            return parts.length == 3 && parts[0].equals(VERSION)
                    ? Optional.of(new Form(parts[1], parts[2]))
                    : Optional.empty();
        }

        Optional<byte[]> open(SealKeys.Key key, byte[] row) {
            try {
                return AesGcm.open(key.bytes(), Base64.getUrlDecoder().decode(text), row);
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // no base64url, so not sealed by us
            }
        }
    }
}
