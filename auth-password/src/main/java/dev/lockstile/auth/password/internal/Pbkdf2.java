package dev.lockstile.auth.password.internal;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * PBKDF2 (RFC 8018, section 5.2) over bytes: the platform's own takes only characters, and so cannot take every
 * password an old system took.
 */
final class Pbkdf2 {

    private Pbkdf2() {}

    /**
     * Whether the password gives the key. Blocks are independent, so a wrong password is known after the first and
     * costs no more than it: a key of several blocks protects no better, it only made the server slower.
     */
    static boolean matches(Prf prf, byte[] password, byte[] salt, int iterations, byte[] key) {
        Mac mac = Digests.mac(prf.algorithm, password);
        boolean same = true;
        for (int block = 0; same && block * prf.length < key.length; block++) {
            int from = block * prf.length;
            byte[] part = Arrays.copyOfRange(key, from, Math.min(key.length, from + prf.length));
            byte[] computed = Arrays.copyOf(block(mac, salt, iterations, block + 1), part.length);
            same = MessageDigest.isEqual(part, computed);
        }
        return same;
    }

    static byte[] derive(Prf prf, byte[] password, byte[] salt, int iterations, int length) {
        Mac mac = Digests.mac(prf.algorithm, password);
        byte[] key = new byte[length];
        for (int at = 0, block = 1; at < length; at += prf.length, block++) {
            byte[] part = block(mac, salt, iterations, block);
            System.arraycopy(part, 0, key, at, Math.min(part.length, length - at));
        }
        return key;
    }

    private static byte[] block(Mac mac, byte[] salt, int iterations, int index) {
        mac.update(salt);
        mac.update(new byte[] {(byte) (index >>> 24), (byte) (index >>> 16), (byte) (index >>> 8), (byte) index});
        byte[] last = mac.doFinal();
        byte[] sum = last.clone();
        try {
            for (int i = 1; i < iterations; i++) {
                mac.update(last);
                mac.doFinal(last, 0);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] ^= last[k];
                }
            }
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException("the buffer has the length of the function", impossible);
        }
        return sum;
    }
}
