package dev.lockstile.auth;

import dev.lockstile.auth.internal.crypto.AesGcm;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Symmetric keys for one use: the first one encrypts and signs, the older ones only decrypt and verify. The id of a key
 * is computed from the key and stored beside each value, so that a rotation only adds a new first key, and a missing
 * key is distinguished from changed data (NIST SP 800-57 part 1, 5.3.6).
 *
 * <p>As text: each key 32 or more random bytes in base64url, separated by commas or white space, the one in use first.
 */
public final class SymmetricKeys {

    private static final int SHORTEST_KEY = 32;
    private static final int ID_BYTES = 6;

    private final Map<String, Key> byId = new LinkedHashMap<>();

    private SymmetricKeys(List<byte[]> keys) {
        keys.forEach(bytes -> byId.putIfAbsent(idOf(bytes), new Key(idOf(bytes), bytes)));
    }

    /**
     * {@return the keys parsed from a text}
     *
     * @param text keys in base64url, separated by commas or white space, the one in use first
     * @throws IllegalArgumentException when there is no key, or one is shorter than 32 bytes or not base64url
     */
    public static SymmetricKeys of(Secret text) {
        List<byte[]> keys = Stream.of(text.reveal().split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(SymmetricKeys::decoded)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key");
        }
        return new SymmetricKeys(keys);
    }

    /**
     * {@return the text of these keys followed by older ones, which only decrypt and verify}
     *
     * @param first keys in the text form that {@link #of} parses; the very first one encrypts and signs
     * @param older keys in the text form that {@link #of} parses
     */
    public static Secret joined(Secret first, Secret older) {
        return Secret.of(first.reveal() + "," + older.reveal());
    }

    /** {@return the key that encrypts and signs} */
    public Key current() {
        return byId.values().iterator().next();
    }

    /**
     * {@return the key with that id; empty when there is none}
     *
     * @param id a {@link Key#id()}
     */
    public Optional<Key> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return all keys, the one in use first} */
    public List<Key> all() {
        return List.copyOf(byId.values());
    }

    private static byte[] decoded(String text) {
        byte[] key;
        try {
            key = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a key is no base64url text"); // without the text, which is a secret
        }
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("a key needs at least 32 random bytes");
        }
        return key;
    }

    private static String idOf(byte[] key) {
        byte[] digest = Digests.hmac(key, "lockstile key id".getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
    }

    @Override
    public String toString() {
        return "SymmetricKeys" + byId.keySet();
    }

    /** A key and its id. */
    public static final class Key {

        private final String id;
        private final byte[] bytes;

        private Key(String id, byte[] bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        /** {@return the id: eight characters of base64url, which reveal nothing of the key} */
        public String id() {
            return id;
        }

        /**
         * {@return HMAC-SHA-256 of the message under this key}
         *
         * @param message any bytes; not changed
         */
        public byte[] mac(byte[] message) {
            return Digests.hmac(bytes, message);
        }

        /**
         * Encrypts for one use with AES-256-GCM under a key derived from this one. The nonce is computed from all
         * inputs and the length of {@code bound}, as in RFC 8452, 4. The same call therefore has the same result, and a
         * reader of two results learns whether the inputs are equal.
         *
         * @param use a name that no other use of this key has
         * @param plain any bytes; not changed
         * @param bound associated data, such as the row's id; decryption requires the same bytes
         * @return nonce, ciphertext and tag
         */
        public byte[] seal(String use, byte[] plain, byte[] bound) {
            byte[] length =
                    ByteBuffer.allocate(Integer.BYTES).putInt(bound.length).array();
            byte[] nonce = Arrays.copyOf(made(use + " nonce\n", length, bound, plain), AesGcm.NONCE_BYTES);
            return AesGcm.seal(made(use + " seal\n"), nonce, plain, bound);
        }

        /**
         * {@return the text that {@link #seal} encrypted; empty when the bytes were changed, or encrypted with another
         * key, for another use or with other associated data}
         *
         * @param use as in the call of {@link #seal}
         * @param sealed nonce, ciphertext and tag
         * @param bound as in the call of {@link #seal}
         */
        public Optional<byte[]> open(String use, byte[] sealed, byte[] bound) {
            return AesGcm.open(made(use + " seal\n"), sealed, bound);
        }

        private byte[] made(String label, byte[]... parts) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(label.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                message.writeBytes(part);
            }
            return mac(message.toByteArray());
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }
}
