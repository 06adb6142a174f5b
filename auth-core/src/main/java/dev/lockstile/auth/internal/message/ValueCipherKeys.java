package dev.lockstile.auth.internal.message;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.crypto.SealKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of the outbox: one that seals, and older ones that still open. A key is known by an id computed from it, so
 * that a rotation is no more than a new first key; the older one may go when the longest-lived message has expired.
 */
public final class ValueCipherKeys {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 6;

    private final SealKeys keys;

    private ValueCipherKeys(byte[] current, List<byte[]> older) {
        this.keys = new SealKeys(Stream.concat(Stream.of(current), older.stream())
                .map(ValueCipherKeys::key)
                .toList());
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

    SealKeys forCipher() {
        return keys;
    }

    private static SealKeys.Key key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a seal key must be 32 bytes");
        }
        byte[] digest = Digests.hmac(bytes, "lockstile outbox key id".getBytes(StandardCharsets.US_ASCII));
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_BYTES));
        return new SealKeys.Key(id, bytes);
    }

    @Override
    public String toString() {
        return "ValueCipherKeys[" + keys.all().size() + "]";
    }
}
