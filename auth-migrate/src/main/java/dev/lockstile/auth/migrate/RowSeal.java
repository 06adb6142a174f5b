package dev.lockstile.auth.migrate;

import dev.lockstile.auth.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts how rows were before an import changed them, old password hashes among them: AES-256-GCM, bound to the run and
 * the row. The nonce is computed from key, place and content (as in RFC 8452, 4), so that it repeats only for the very
 * same text.
 */
final class RowSeal {

    private static final String VERSION = "v1.";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;

    /**
     * A seal.
     *
     * @param key 32 or more random bytes in base64url
     * @throws IllegalArgumentException when it is shorter or no base64url
     */
    RowSeal(Secret key) {
        master = Base64.getUrlDecoder().decode(key.reveal());
        if (master.length < KEY_BYTES) {
            throw new IllegalArgumentException("the key that seals rows needs 32 random bytes in base64url");
        }
    }

    String seal(String place, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOf(mac("nonce", place + '\n' + text), NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + CIPHER, e);
        }
    }

    static boolean isSealed(String text) {
        return text.startsWith(VERSION);
    }

    /** The text; empty when it was sealed with another key or for another place, or was changed. */
    Optional<String> open(String place, String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed.substring(VERSION.length()));
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), place);
            byte[] plain = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(mac("seal", ""), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] mac(String use, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(("import row " + use + '\n' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "RowSeal";
    }
}
