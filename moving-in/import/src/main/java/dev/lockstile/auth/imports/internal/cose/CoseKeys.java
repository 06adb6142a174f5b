package dev.lockstile.auth.imports.internal.cose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks public keys of passkeys (RFC 8812, RFC 9052, RFC 9053): ES256 on P-256, EdDSA on Ed25519, and RS256 with a
 * modulus of 2,048 to 8,192 bits.
 */
public final class CoseKeys {

    private static final int COORDINATE = 32;
    private static final int SHORTEST_MODULUS = 256;
    private static final int LONGEST_MODULUS = 1024;

    private CoseKeys() {}

    /**
     * Returns true for a key that sign-in can use. Whether the point is on the curve is checked when the key is used.
     */
    public static boolean isUsable(byte[] key) {
        try {
            CborReader reader = new CborReader(key);
            return reader.next() instanceof Map<?, ?> members && reader.position() == key.length && isUsable(members);
        } catch (IllegalArgumentException e) {
            return false; // not a COSE key
        }
    }

    private static boolean isUsable(Map<?, ?> key) {
        Object type = key.get(1L);
        Object algorithm = key.get(3L);
        if (Long.valueOf(-7).equals(algorithm)) {
            return Long.valueOf(2).equals(type)
                    && Long.valueOf(1).equals(key.get(-1L))
                    && isOf(key.get(-2L), COORDINATE, COORDINATE)
                    && isOf(key.get(-3L), COORDINATE, COORDINATE);
        }
        if (Long.valueOf(-8).equals(algorithm)) {
            return Long.valueOf(1).equals(type)
                    && Long.valueOf(6).equals(key.get(-1L))
                    && isOf(key.get(-2L), COORDINATE, COORDINATE);
        }
        return Long.valueOf(-257).equals(algorithm)
                && Long.valueOf(3).equals(type)
                && isOf(key.get(-1L), SHORTEST_MODULUS, LONGEST_MODULUS)
                && isOf(key.get(-2L), 1, Long.BYTES);
    }

    private static boolean isOf(@Nullable Object value, int least, int most) {
        return value instanceof byte[] bytes && bytes.length >= least && bytes.length <= most;
    }
}
