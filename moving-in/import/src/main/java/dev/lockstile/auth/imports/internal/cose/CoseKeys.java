package dev.lockstile.auth.imports.internal.cose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Public keys of passkeys (RFC 9052, RFC 9053): ES256, EdDSA and RS256 with keys of their size, and no others. */
public final class CoseKeys {

    private static final int COORDINATE = 32;
    private static final int SHORTEST_MODULUS = 256;
    private static final int LONGEST_MODULUS = 1024;

    private CoseKeys() {}

    /** True for a key that sign-in can use; whether its point is on the curve is found when it is used. */
    public static boolean isUsable(byte[] key) {
        try {
            CborReader reader = new CborReader(key);
            return reader.next() instanceof Map<?, ?> members && reader.position() == key.length && isUsable(members);
        } catch (IllegalArgumentException e) {
            return false; // no key at all
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
