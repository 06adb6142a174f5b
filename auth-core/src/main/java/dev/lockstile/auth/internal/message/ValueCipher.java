package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.store.OutboxMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts a message's values for the time they wait in the outbox, so that a copy of the database holds no code and no
 * link (ASVS 6.5.2).
 *
 * <p>Form: {@code v1.<key id>.<base64url of nonce, ciphertext and tag>}; AES-256-GCM with a random nonce of 12 bytes and
 * a tag of 16 (NIST SP 800-38D), over the bytes of {@link ValueCodec}. The message's id, template, channel and recipient
 * are bound in as additional data: whoever can write to the table cannot have a code sent to an address of their own, nor
 * put one message's code into another.
 */
final class ValueCipher {

    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final ValueCipherKeys keys;
    private final Randomness randomness;

    ValueCipher(ValueCipherKeys keys, Randomness randomness) {
        this.keys = keys;
        this.randomness = randomness;
    }

    /** The values sealed for this very message, whose own sealed part is not looked at. */
    String seal(OutboxMessage message, Map<String, String> values) {
        byte[] nonce = randomness.bytes(NONCE_BYTES);
        byte[] plain = ValueCodec.encode(values);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce);
            cipher.updateAAD(boundTo(message));
            byte[] out = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, out, NONCE_BYTES);
            return VERSION + "." + keys.currentId() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + CIPHER, e);
        }
    }

    /**
     * The values of this message.
     *
     * @throws FailedSend for good when the sealed part was tampered with or belongs to another message; for a while when
     *     its key is not known here, since another node may have been given the new key first
     */
    Map<String, String> open(OutboxMessage message) throws FailedSend {
        String[] parts = message.sealed().split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw FailedSend.permanent("the sealed values have an unknown form");
        }
        SecretKey key = keys.byId(parts[1]);
        if (key == null) {
            throw FailedSend.temporary("the values are sealed with a key that is not known here");
        }
        return decrypt(message, key, parts[2]);
    }

    private static Map<String, String> decrypt(OutboxMessage message, SecretKey key, String text) throws FailedSend {
        try {
            byte[] in = Base64.getUrlDecoder().decode(text);
            if (in.length < NONCE_BYTES + TAG_BYTES) {
                throw FailedSend.permanent("the sealed values are cut short");
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(in, NONCE_BYTES));
            cipher.updateAAD(boundTo(message));
            return ValueCodec.decode(cipher.doFinal(in, NONCE_BYTES, in.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            throw FailedSend.permanent("the sealed values were changed or belong to another message");
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        return cipher;
    }

    private static byte[] boundTo(OutboxMessage message) {
        return ValueCodec.encode(Map.of(
                "id", message.id(),
                "template", message.template(),
                "channel", message.channel().name(),
                "recipient", message.recipient()));
    }
}
