package dev.lockstile.auth.internal.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the outbox: one that seals, and older ones that still open. A key is known by an id computed from it, so
 * that a rotation is no more than a new first key; the older one may go when the longest-lived message has expired.
 *
 * <p>AES-GCM with random nonces is sound for 2^32 messages under one key (NIST SP 800-38D, 8.3): a rotation is due
 * before that.
 */
public final class ValueCipherKeys {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 6;

    private final String currentId;
    private final SecretKey current;
    private final Map<String, SecretKey> byId = new HashMap<>();

    private ValueCipherKeys(byte[] current, List<byte[]> older) {
        older.forEach(this::add);
        this.currentId = add(current);
        this.current = new SecretKeySpec(current, "AES");
    }

    /** One key of 32 bytes. */
    public static ValueCipherKeys of(byte[] current) {
        return new ValueCipherKeys(current, List.of());
    }

    /**
     * A key that seals and older ones that only open.
     *
     * @throws IllegalArgumentException when a key is not 32 bytes long
     */
    public static ValueCipherKeys of(byte[] current, List<byte[]> older) {
        return new ValueCipherKeys(current, older);
    }

    String currentId() {
        return currentId;
    }

    SecretKey current() {
        return current;
    }

    @Nullable
    SecretKey byId(String id) {
        return byId.get(id);
    }

    private String add(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a seal key must be 32 bytes");
        }
        String id = idOf(key);
        byId.put(id, new SecretKeySpec(key, "AES"));
        return id;
    }

    private static String idOf(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = mac.doFinal("lockstile outbox key id".getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "ValueCipherKeys[" + byId.size() + "]";
    }
}
