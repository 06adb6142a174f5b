package dev.lockstile.auth.passkey.internal.ceremony;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/** Public keys that no verifier is to take. */
enum BadKey {
    /** RSA with SHA-1. */
    RS1(Map.of(1, 3, 3, -65535, -1, modulus(2048), -2, new byte[] {1, 0, 1})),
    RSA_AS_ES256(Map.of(1, 3, 3, -7, -1, modulus(2048), -2, new byte[] {1, 0, 1})),
    P384_AS_ES256(Map.of(1, 2, 3, -7, -1, 2, -2, new byte[48], -3, new byte[48])),
    OFF_CURVE(Map.of(1, 2, 3, -7, -1, 1, -2, filled(32, 1), -3, filled(32, 2))),
    RSA_1024(Map.of(1, 3, 3, -257, -1, modulus(1024), -2, new byte[] {1, 0, 1})),
    RSA_EXPONENT_1(Map.of(1, 3, 3, -257, -1, modulus(2048), -2, new byte[] {1})),
    ED25519_OFF_CURVE(Map.of(1, 1, 3, -8, -1, 6, -2, filled(32, 2)));

    private final Map<Integer, Object> members;

    BadKey(Map<Integer, Object> members) {
        this.members = members;
    }

    SoftKey key() {
        return SoftKey.es256().withKey(members);
    }

    private static byte[] modulus(int bits) {
        return Cose.unsigned(BigInteger.ONE.shiftLeft(bits - 1).setBit(0), bits / 8);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
