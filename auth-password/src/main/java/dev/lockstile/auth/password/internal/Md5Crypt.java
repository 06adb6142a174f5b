package dev.lockstile.auth.password.internal;

import java.security.MessageDigest;

/** The MD5-based crypt of FreeBSD ({@code $1$}) and of Apache ({@code $apr1$}): a thousand rounds, fast today. */
final class Md5Crypt {

    private Md5Crypt() {}

    /** The sixteen shuffled bytes, as text. */
    static byte[] digest(String magic, byte[] salt, byte[] password) {
        byte[] inner = Digests.hash("MD5", password, salt, password);
        MessageDigest md5 = Digests.get("MD5");
        md5.update(password);
        md5.update(Encodings.utf8(magic));
        md5.update(salt);
        for (int left = password.length; left > 0; left -= 16) {
            md5.update(inner, 0, Math.min(16, left));
        }
        for (int bits = password.length; bits > 0; bits >>= 1) {
            // the original reads a zeroed buffer for a set bit, and the password's first byte for a clear one
            md5.update((bits & 1) == 1 ? 0 : password[0]);
        }
        byte[] state = md5.digest();
        for (int round = 0; round < 1_000; round++) {
            state = round(md5, round, state, salt, password);
        }
        return Encodings.utf8(
                Encodings.h64(Encodings.pick(state, 12, 6, 0, 13, 7, 1, 14, 8, 2, 15, 9, 3, 5, 10, 4, 11)));
    }

    private static byte[] round(MessageDigest md5, int round, byte[] state, byte[] salt, byte[] password) {
        boolean odd = (round & 1) == 1;
        md5.update(odd ? password : state);
        if (round % 3 != 0) {
            md5.update(salt);
        }
        if (round % 7 != 0) {
            md5.update(password);
        }
        md5.update(odd ? state : password);
        return md5.digest();
    }
}
