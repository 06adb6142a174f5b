package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the secrets of authenticator applications, and what a sign-in under way may not show: {@code v1.<key id>.<base64url of nonce, ciphertext and tag>}, AES-256-GCM
 * with a random nonce of 12 bytes (NIST SP 800-38D). The row and its owner are bound in as additional data, so that whoever
 * writes to the table cannot give one account the application of another.
 */
public final class FactorSeal {

    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealKeys keys;
    private final Randomness randomness;

    public FactorSeal(SealKeys keys, Randomness randomness) {
        this.keys = keys;
        this.randomness = randomness;
    }

    String seal(byte[] secret, UserId user, String row) {
        return seal(secret, place(user, row));
    }

    /** Encrypts what can be opened in that place alone. */
    public String seal(byte[] secret, String place) {
        byte[] nonce = randomness.bytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce, place.getBytes(StandardCharsets.UTF_8))
                    .doFinal(secret);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return VERSION + "." + keys.current().id() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + CIPHER, e);
        }
    }

    /** The secret; empty when it was changed, belongs to another row, or its key is not known here. */
    Optional<byte[]> open(String sealed, UserId user, String row) {
        return open(sealed, place(user, row));
    }

    /** The same for what was sealed in a place. */
    public Optional<byte[]> open(String sealed, String place) {
        byte[] bound = place.getBytes(StandardCharsets.UTF_8);
        String[] parts = sealed.split("\\.", -1);
        return parts.length == 3 && parts[0].equals(VERSION)
                ? keys.byId(parts[1]).flatMap(key -> decrypted(key, parts[2], bound))
                : Optional.empty();
    }

    private static Optional<byte[]> decrypted(SealKeys.Key key, String text, byte[] bound) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            if (whole.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE_BYTES), bound);
            return Optional.of(cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty(); // not sealed by us for this row: nothing opens by it
        }
    }

    private static Cipher cipher(int mode, SealKeys.Key key, byte[] nonce, byte[] bound)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static String place(UserId user, String row) {
        String id = user.toString();
        return "totp|" + id.length() + ':' + id + '|' + row;
    }
}
