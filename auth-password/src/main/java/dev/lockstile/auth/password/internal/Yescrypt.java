package dev.lockstile.auth.password.internal;

import java.util.Arrays;

/**
 * yescrypt 1.1 without a ROM, as crypt(3) of Debian, Fedora and others uses it: scrypt (RFC 7914) made to read and
 * write its memory all the time. Written after Alexander Peslyak's reference implementation, which is the
 * specification; verified against libxcrypt.
 */
final class Yescrypt {

    static final int KEY = 32;

    /** From this size on a first, short run makes a key from the password. */
    private static final long PREHASHED = 0x20000;

    private Yescrypt() {}

    static byte[] derive(YescryptCost cost, byte[] salt, byte[] password) {
        byte[] secret = password;
        int lane = cost.n() / cost.p();
        if (lane >= 0x100 && (long) lane * cost.r() >= PREHASHED) {
            YescryptCost sixtyFourth = new YescryptCost(cost.logN() - 6, cost.r(), cost.p(), 0);
            secret = run(sixtyFourth, salt, Digests.hmac("HmacSHA256", Encodings.utf8("yescrypt-prehash"), secret));
        }
        byte[] key = run(cost, salt, Digests.hmac("HmacSHA256", Encodings.utf8("yescrypt"), secret));
        // as in SCRAM (RFC 5802): what is stored is the digest of a client's key
        return Digests.hash("SHA-256", Digests.hmac("HmacSHA256", key, Encodings.utf8("Client Key")));
    }

    private static byte[] run(YescryptCost cost, byte[] salt, byte[] password) {
        byte[] blocks = Pbkdf2.derive(Prf.SHA256, password, salt, 1, 128 * cost.r() * cost.p());
        byte[] head = Arrays.copyOf(blocks, KEY);
        byte[] key = new YescryptMemory(cost).fill(blocks, head);
        return Pbkdf2.derive(Prf.SHA256, key, blocks, 1, KEY);
    }
}
