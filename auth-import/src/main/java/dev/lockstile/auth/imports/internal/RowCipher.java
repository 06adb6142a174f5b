package dev.lockstile.auth.imports.internal;

import dev.lockstile.auth.RotatingKeys;
import dev.lockstile.auth.RotatingKeys.Key;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts how rows were before an import changed them, old password hashes among them: AES-256-GCM, bound to the run and
 * the row. The nonce is computed from key, place and content (as in RFC 8452, 4), so that it repeats only for the very
 * same text.
 */
public final class RowCipher {

    private static final String WITHOUT_ID = "v1.";
    private static final String WITH_ID = "v2.";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final RotatingKeys keys;

    /**
     * A seal.
     *
     * @param keys one or more, as {@link RotatingKeys} reads them; the first one seals
     * @throws IllegalArgumentException when one is too short or no base64url
     */
    public RowCipher(Secret keys) {
        this.keys = RotatingKeys.of(keys);
    }

    public String seal(String place, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        Key key = keys.current();
        byte[] nonce = Arrays.copyOf(mac(key, "nonce", place + '\n' + text), NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return WITH_ID
                    + key.id()
                    + '.'
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + CIPHER, e);
        }
    }

    public static boolean isSealed(String text) {
        return text.startsWith(WITH_ID) || text.startsWith(WITHOUT_ID);
    }

    /** The id of the key that is missing to open this; empty when it is there, or the text does not name it. */
    public Optional<String> unknownKey(String sealed) {
        return keyId(sealed).filter(id -> keys.byId(id).isEmpty());
    }

    private static Optional<String> keyId(String sealed) {
        int end = sealed.indexOf('.', WITH_ID.length());
        return sealed.startsWith(WITH_ID) && end > 0
                ? Optional.of(sealed.substring(WITH_ID.length(), end))
                : Optional.empty();
    }

    /** The text; empty when it was sealed with another key or for another place, or was changed. */
    public Optional<String> open(String place, String sealed) {
        Optional<String> id = keyId(sealed);
        String bytes = sealed.substring(
                id.map(name -> WITH_ID.length() + name.length() + 1).orElse(WITHOUT_ID.length()));
        List<Key> candidates =
                id.isEmpty() ? keys.all() : keys.byId(id.get()).stream().toList();
        return candidates.stream()
                .map(key -> open(key, place, bytes))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> open(Key key, String place, String bytes) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(bytes);
            if (all.length < NONCE_BYTES) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), place);
            byte[] plain = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(mac(key, "seal", ""), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] mac(Key key, String use, String text) {
        return key.mac(("import row " + use + '\n' + text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "RowCipher";
    }
}
