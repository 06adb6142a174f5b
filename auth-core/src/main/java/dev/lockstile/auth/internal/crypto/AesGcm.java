package dev.lockstile.auth.internal.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a nonce of 12 bytes and a tag of 16 (NIST SP 800-38D). What is bound in as additional data is not
 * encrypted; nothing opens where it is another. The caller sees to it that no nonce is used for two texts under one
 * key.
 */
public final class AesGcm {

    /** Length of a nonce. */
    public static final int NONCE_BYTES = 12;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;

    private AesGcm() {}

    /** Nonce, ciphertext and tag. */
    public static byte[] seal(byte[] key, byte[] nonce, byte[] plain, byte[] bound) {
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + CIPHER, e);
        }
    }

    /** The text; empty when it was changed, cut short, or sealed under another key or with other data bound in. */
    public static Optional<byte[]> open(byte[] key, byte[] sealed, byte[] bound) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), bound);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // the tag does not fit
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        if (key.length != KEY_BYTES || nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes and a nonce 12");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
